import type { StructNotes } from './fields'

const POD_FIELDS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.podIP',
]

/** What Kubernetes' own sentences do not say: the values that a field takes, and what must be there. */
export const CORE: Readonly<Record<string, StructNotes>> = {
  EnvVar: { name: { about: '', required: true } },
  VolumeMount: {
    name: { about: '', required: true },
    mountPath: { about: '', required: true },
    mountPropagation: {
      about: '',
      values: ['None', 'HostToContainer', 'Bidirectional'],
      closed: true,
    },
    recursiveReadOnly: { about: '', values: ['Disabled', 'IfPossible', 'Enabled'], closed: true },
  },
  Volume: { name: { about: '', required: true } },
  EmptyDirVolumeSource: { medium: { about: '', values: ['Memory'] } },
  HostPathVolumeSource: {
    path: { about: '', required: true },
    type: {
      about: '',
      values: [
        'DirectoryOrCreate',
        'Directory',
        'FileOrCreate',
        'File',
        'Socket',
        'CharDevice',
        'BlockDevice',
      ],
      closed: true,
    },
  },
  Toleration: {
    operator: { about: '', values: ['Equal', 'Exists'], closed: true },
    effect: { about: '', values: ['NoSchedule', 'PreferNoSchedule', 'NoExecute'], closed: true },
  },
  SeccompProfile: {
    type: {
      about: '',
      values: ['RuntimeDefault', 'Localhost', 'Unconfined'],
      closed: true,
      required: true,
    },
  },
  AppArmorProfile: {
    type: {
      about: '',
      values: ['RuntimeDefault', 'Localhost', 'Unconfined'],
      closed: true,
      required: true,
    },
  },
  SecurityContext: { procMount: { about: '', values: ['Default', 'Unmasked'], closed: true } },
  Capabilities: {
    add: { about: '', values: ['NET_BIND_SERVICE', 'CHOWN', 'SETGID', 'SETUID'] },
    drop: { about: '', values: ['ALL'] },
  },
  ObjectFieldSelector: { fieldPath: { about: '', values: POD_FIELDS, required: true } },
  ResourceFieldSelector: {
    resource: {
      about: '',
      values: ['limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory'],
      required: true,
    },
  },
  ConfigMapKeySelector: {
    key: { about: '', required: true },
    name: { about: 'The name of the config map.', required: true },
  },
  SecretKeySelector: {
    key: { about: '', required: true },
    name: { about: 'The name of the secret.', required: true },
  },
  ConfigMapEnvSource: { name: { about: 'The name of the config map.', required: true } },
  SecretEnvSource: { name: { about: 'The name of the secret.', required: true } },
  ConfigMapProjection: { name: 'The name of the config map.' },
  ConfigMapVolumeSource: { name: 'The name of the config map.' },
  SecretProjection: { name: 'The name of the secret.' },
  ImageVolumeSource: {
    pullPolicy: { about: '', values: ['Always', 'IfNotPresent', 'Never'], closed: true },
  },
  PersistentVolumeClaimSpec: {
    dataSource: 'A volume snapshot or another claim that the volume begins as a copy of.',
    accessModes: {
      about: '',
      values: ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'],
      closed: true,
    },
    volumeMode: { about: '', values: ['Filesystem', 'Block'], closed: true },
  },
  LabelSelectorRequirement: {
    operator: {
      about: '',
      values: ['In', 'NotIn', 'Exists', 'DoesNotExist'],
      closed: true,
      required: true,
    },
  },
  ObjectMeta: {
    name: { about: 'The name of the object.', required: true },
    namespace: 'The namespace that the object lives in.',
    labels: 'Keys and texts that select and group objects.',
    annotations: 'Keys and texts that nothing selects by.',
    ...Object.fromEntries(
      [
        'creationTimestamp',
        'deletionGracePeriodSeconds',
        'deletionTimestamp',
        'generation',
        'managedFields',
        'resourceVersion',
        'selfLink',
        'uid',
      ].map((key) => [key, { about: '', hidden: true }]),
    ),
  },
}
