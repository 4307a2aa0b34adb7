import { OBJECT_KEYWORDS, type PropertyType } from './property-type'

/**
 * A whole Kubernetes object, with apiVersion, kind and metadata (kratix.md 78). It needs properties
 * or keeps unknown fields; the API server checks its metadata.
 */
export const embeddedResourceType = {
  id: 'embedded-resource',
  label: 'Embedded resource',
  jsonType: 'object',
  recognises: (schema) => schema['x-kubernetes-embedded-resource'] === true,
  create: () => ({
    type: 'object',
    'x-kubernetes-embedded-resource': true,
    'x-kubernetes-preserve-unknown-fields': true,
  }),
  keywords: OBJECT_KEYWORDS,
  childrenAt: 'properties',
} as const satisfies PropertyType
