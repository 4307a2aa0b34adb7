import type { StructNotes } from './fields'

const PLATFORM = 'platform.kratix.io/v1alpha1'

/** The structs of Kratix (kratix.md 2.1, 2.3, 3.2-3.4), which say nothing of themselves at run time. */
export const KRATIX: Readonly<Record<string, StructNotes>> = {
  object: {
    apiVersion: { about: 'Group and version of the kind, e.g. apps/v1.', required: true },
    kind: { about: 'What the object is.', required: true },
    metadata: { about: 'Name, namespace, labels and annotations.', required: true },
  },
  Promise: {
    apiVersion: {
      about: 'The version of Kratix that reads it.',
      values: [PLATFORM],
      closed: true,
      required: true,
    },
    kind: { about: 'What the object is.', values: ['Promise'], closed: true, required: true },
    metadata: { about: 'Name, labels and annotations of the Promise.', required: true },
    spec: { about: 'API, dependencies, workflows and scheduling.', required: true },
    status: { about: 'Written by Kratix; what a file says here is ignored.', hidden: true },
  },
  PromiseSpec: {
    api: 'The CustomResourceDefinition that requesters use. Absent: a Promise without an API. It cannot be removed once set.',
    dependencies:
      'Kubernetes objects that the destinations need before any request: written as one file.',
    destinationSelectors:
      'Labels that a destination must have to get what the Promise writes. Absent: any destination.',
    requiredPromises: 'Promises that must be installed and available first.',
    workflows: 'The pipelines that run for the Promise itself and for each request.',
  },
  PromiseScheduling: {
    matchLabels:
      'Labels of the destination, all of which must match. The values are strings: quote "true" and "1".',
  },
  RequiredPromise: {
    name: { about: 'The name of the Promise.', required: true },
    version: 'Its version, which must be the very same; absent: any.',
  },
  Workflows: {
    config: 'Settings of all pipelines of this Promise.',
    promise: 'Pipelines for the Promise itself: on install, update and removal.',
    resource: 'Pipelines for each request.',
  },
  WorkflowsConfig: {
    pipelineNamespace:
      'The namespace that all pipelines run in; it must exist. Absent: that of the request, for the Promise kratix-platform-system.',
    reconciliationInterval: {
      about: 'How often the configure pipelines run again: a Go duration of at least 1m.',
      values: ['10h', '1h', '30m', '1h30m'],
    },
  },
  WorkflowTriggers: {
    configure: 'Pipelines that run in order on create and update, and again at an interval.',
    delete: 'The pipeline that runs on deletion: only the first of the list.',
  },
  Pipeline: {
    apiVersion: {
      about: 'Always the version of Kratix.',
      values: [PLATFORM],
      closed: true,
      required: true,
    },
    kind: { about: 'Always Pipeline.', values: ['Pipeline'], closed: true, required: true },
    metadata: {
      about: 'Its name, unique within the workflow; labels go to the Job and the Pod.',
      required: true,
    },
    spec: { about: 'The containers, and what they run with.', required: true },
  },
  PipelineSpec: {
    containers: { about: 'The steps: they run one after the other in one Pod.', required: true },
    imagePullSecrets: 'Secrets in the namespace of the pipeline that give access to the images.',
    jobOptions: 'Settings of the Job that runs the pipeline.',
    nodeSelector: 'Labels that the node must have.',
    rbac: 'The service account of the pipeline and what it may do in the cluster.',
    restartPolicy: {
      about: 'What happens when a container fails.',
      values: [
        ['OnFailure', 'the container starts again in the same Pod (the default)'],
        ['Never', 'the Job starts a new Pod'],
      ],
      closed: true,
    },
    tolerations: 'Taints of nodes that the Pod tolerates.',
    volumes:
      'More volumes. Kratix has shared-input, shared-output, shared-metadata and promise-scheduling.',
  },
  JobOptions: {
    backoffLimit:
      'How often the Job is tried again: 0 or more. Default: that of the platform, else 6.',
  },
  RBAC: {
    permissions: 'What the pipeline may do beyond its own Promise, requests and works.',
    serviceAccount: 'The service account to use; Kratix creates it when it is missing.',
  },
  Permission: {
    apiGroups: {
      about: 'The API groups of the resources; "" is the core group.',
      values: [['', 'the core group'], 'apps', 'batch'],
      required: true,
    },
    resources: {
      about: 'The resources, in plural and lower case, e.g. configmaps.',
      values: ['secrets', 'configmaps'],
      required: true,
    },
    verbs: {
      about: 'What may be done.',
      values: ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', '*'],
      required: true,
    },
    resourceNames: 'Only objects of these names.',
    nonResourceURLs: 'Paths that are no resources; they need "*" as resourceNamespace.',
    resourceNamespace:
      'The namespace that this holds in. Absent: that of the pipeline. "*": all, and what belongs to no namespace.',
  },
  Container: {
    name: {
      about:
        'A DNS label of at most 63 characters, unique in the pipeline. Not reader, work-writer or status-writer.',
      required: true,
    },
    image: { about: 'The image that runs, with its tag or digest.', required: true },
    command: 'What runs instead of the ENTRYPOINT of the image.',
    args: 'Arguments instead of the CMD of the image.',
    env: 'Environment variables, after those of Kratix. Names beginning with KRATIX_ are taken.',
    envFrom: 'Config maps and secrets whose keys become environment variables.',
    volumeMounts:
      'Where volumes appear. /kratix/input, /kratix/output and /kratix/metadata are taken.',
    imagePullPolicy: {
      about: 'When the node fetches the image.',
      values: [
        ['IfNotPresent', 'when the node does not have it'],
        ['Always', 'each time'],
        ['Never', 'it must be there'],
      ],
      closed: true,
    },
    resources:
      'CPU, memory and storage: what is asked for (requests) and the most it gets (limits). Setting it replaces the whole default of Kratix.',
    securityContext:
      'User, rights and file system of the process. Absent: the default of the platform.',
  },
}

/** Labels that mean something to Kratix, by the object that has them (kratix.md 2.3). */
export const KRATIX_LABELS: StructNotes = {
  'kratix.io/promise-version':
    'The version of the Promise: it names its revision. At most 63 characters, no "+".',
  'kratix.io/paused': {
    about: 'No new workflows run while it is "true".',
    values: ['true'],
    closed: true,
  },
  'kratix.io/manual-reconciliation': {
    about: 'Runs the workflow again now; Kratix takes the label away.',
    values: ['true'],
    closed: true,
  },
  'kratix.io/reconcile-resources': {
    about: 'Runs the workflows of every request again.',
    values: ['true'],
    closed: true,
  },
}

/** Annotations that mean something to Kratix (kratix.md 2.3). */
export const KRATIX_ANNOTATIONS: StructNotes = {
  'kratix.io/reconciliation-interval': {
    about: 'How often the configure pipelines run again: a Go duration of at least 1m.',
    values: ['10h', '1h', '30m'],
  },
}
