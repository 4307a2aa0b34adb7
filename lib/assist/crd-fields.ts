import type { StructNotes } from './fields'

/** The structs of a CustomResourceDefinition, as Kratix takes it (kratix.md 2.5, 4.4, 4.9). */
export const CRD: Readonly<Record<string, StructNotes>> = {
  CustomResourceDefinition: {
    apiVersion: {
      about: 'The version of the definition itself.',
      values: ['apiextensions.k8s.io/v1'],
      closed: true,
      required: true,
    },
    kind: {
      about: 'What the object is.',
      values: ['CustomResourceDefinition'],
      closed: true,
      required: true,
    },
    metadata: { about: 'Its name is <plural>.<group>.', required: true },
    spec: { about: 'Group, names, scope and versions of the API.', required: true },
    status: { about: 'Written by the cluster.', hidden: true },
  },
  CustomResourceDefinitionSpec: {
    group: {
      about: 'The API group, a DNS name of at least two parts, e.g. example.com.',
      required: true,
    },
    names: { about: 'How the resource is called.', required: true },
    scope: {
      about: 'Whether its objects live in namespaces. Kratix takes Namespaced alone.',
      values: ['Namespaced'],
      required: true,
    },
    versions: { about: 'The versions of the API; exactly one is stored.', required: true },
    conversion: 'How objects change between versions.',
    preserveUnknownFields: {
      about: 'Must be false or absent: name the fields in the schema instead.',
      values: ['false'],
      hidden: true,
    },
  },
  CustomResourceDefinitionNames: {
    kind: { about: 'The kind in requests, in CamelCase, e.g. Database.', required: true },
    plural: {
      about: 'In lower case: it is in URLs and in the name of the definition.',
      required: true,
    },
    singular: 'In lower case; absent: the kind in lower case.',
    shortNames: 'Short names for kubectl, in lower case.',
    categories: {
      about: 'Groups that kubectl lists it in, e.g. all.',
      values: ['all', 'kratix'],
    },
    listKind: 'The kind of a list; absent: the kind with List.',
  },
  CustomResourceDefinitionVersion: {
    name: {
      about: 'The version, e.g. v1 or v1alpha1.',
      values: ['v1', 'v1beta1', 'v1alpha1'],
      required: true,
    },
    served: { about: 'Whether requests may use this version.', required: true },
    storage: {
      about: 'Whether objects are stored in this version: true for exactly one.',
      required: true,
    },
    schema: { about: 'What a request may say.', required: true },
    additionalPrinterColumns:
      'The columns of kubectl get. With any of them, those of Kratix are not added.',
    selectableFields:
      'Fields that kubectl get --field-selector may name (Kubernetes 1.30 and newer).',
    subresources: 'Kratix sets status itself and drops scale.',
    deprecated: 'Requests of this version get a warning.',
    deprecationWarning: 'The warning that requests of this version get, instead of the usual one.',
  },
  CustomResourceValidation: {
    openAPIV3Schema: {
      about: 'The schema of a request: a structural OpenAPI v3 schema.',
      required: true,
    },
  },
  CustomResourceColumnDefinition: {
    name: { about: 'The heading of the column.', required: true },
    type: {
      about: 'How the value is read.',
      values: ['string', 'integer', 'number', 'boolean', 'date'],
      closed: true,
      required: true,
    },
    jsonPath: { about: 'Where the value stands in the request, e.g. .spec.size.', required: true },
    description: 'What the column shows.',
    format: {
      about: 'How the value is written.',
      values: ['int32', 'int64', 'float', 'double', 'byte', 'date', 'date-time', 'password'],
      closed: true,
    },
    priority: 'Above 0: shown by -o wide alone.',
  },
  SelectableField: {
    jsonPath: {
      about: 'A plain path to a string, integer or boolean, e.g. .spec.size.',
      required: true,
    },
  },
  CustomResourceSubresources: {
    status: 'The status is written apart from the rest; Kratix always sets this.',
    scale: 'kubectl scale; Kratix drops it.',
  },
  CustomResourceSubresourceScale: {
    specReplicasPath: { about: 'Where the wanted number stands, below .spec.', required: true },
    statusReplicasPath: { about: 'Where the actual number stands, below .status.', required: true },
    labelSelectorPath: 'Where the label selector stands, below .status.',
  },
  CustomResourceConversion: {
    strategy: {
      about: 'How objects change between versions.',
      values: [
        ['None', 'only apiVersion changes'],
        ['Webhook', 'a service of yours converts'],
      ],
      closed: true,
      required: true,
    },
    webhook: 'The service that converts, with strategy Webhook.',
  },
  WebhookConversion: {
    clientConfig: 'Where the service is.',
    conversionReviewVersions: {
      about: 'The versions of ConversionReview that it speaks.',
      values: ['v1'],
      required: true,
    },
  },
  WebhookClientConfig: {
    service: 'The service in the cluster.',
    url: 'The address, when the service is elsewhere: https.',
    caBundle: 'The certificates that the service is trusted by, PEM in base64.',
  },
  ServiceReference: {
    name: { about: 'The name of the service.', required: true },
    namespace: { about: 'The namespace of the service.', required: true },
    path: 'The path of the URL.',
    port: 'The port; absent: 443.',
  },
  CustomResourceDefinitionStatus: {
    acceptedNames: 'Written by the cluster.',
    conditions: 'Written by the cluster.',
    observedGeneration: 'Written by the cluster.',
    storedVersions: 'Written by the cluster.',
  },
  CustomResourceDefinitionCondition: {
    type: 'Written by the cluster.',
    status: 'Written by the cluster.',
    reason: 'Written by the cluster.',
    message: 'Written by the cluster.',
    lastTransitionTime: 'Written by the cluster.',
    observedGeneration: 'Written by the cluster.',
  },
}
