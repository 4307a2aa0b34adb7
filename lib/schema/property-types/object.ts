import { isRecord } from '@/lib/promise/path'
import { OBJECT_KEYWORDS, type PropertyType } from './property-type'

/** An object with named properties; a map of free keys is not one of them. */
export const objectType = {
  id: 'object',
  label: 'Object',
  jsonType: 'object',
  recognises: (schema) => schema.type === 'object' && !isRecord(schema.additionalProperties),
  create: () => ({ type: 'object', properties: {} }),
  keywords: OBJECT_KEYWORDS,
  shown: ['properties', 'required'],
  childrenAt: ['properties'],
} as const satisfies PropertyType
