/** Keywords that bound a value of one type and mean the same in a CRD. */
export const STRING_BOUNDS = ['minLength', 'maxLength'] as const
export const ARRAY_BOUNDS = ['minItems', 'maxItems'] as const
export const OBJECT_BOUNDS = ['minProperties', 'maxProperties'] as const

/** What a CRD says of lists and objects itself; it is kept when it stands there. */
export const KEPT_EXTENSIONS = [
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-map-type',
  'x-kubernetes-validations',
  'x-kubernetes-embedded-resource',
] as const

/** Conditions that a CRD has no word for: what they refused is taken. */
export const LOST_CONDITIONS: readonly string[] = [
  'if',
  'then',
  'else',
  'dependencies',
  'dependentRequired',
  'dependentSchemas',
  'propertyNames',
  'contains',
  'minContains',
  'maxContains',
  'unevaluatedProperties',
  'unevaluatedItems',
  'contentEncoding',
  'contentMediaType',
  'contentSchema',
  'additionalItems',
  'discriminator',
]

/** Words about the schema, or hints that no API server acts on. */
export const SILENT: readonly string[] = [
  '$id',
  '$schema',
  '$anchor',
  '$comment',
  '$vocabulary',
  'id',
  '$defs',
  'definitions',
  'examples',
  'externalDocs',
  'xml',
]
