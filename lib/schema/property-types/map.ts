import { isRecord } from '@/lib/promise/path'
import { hasProperties } from './object'
import { MAP_KEYWORDS, type PropertyType } from './property-type'

/**
 * A map of free keys: `additionalProperties` is the schema of its values. Beside named properties it
 * may not stand (kratix.md 62): then the schema is an object, with a fault.
 */
export const mapType = {
  id: 'map',
  label: 'Map',
  jsonType: 'object',
  recognises: (schema) =>
    schema.type === 'object' && isRecord(schema.additionalProperties) && !hasProperties(schema),
  create: () => ({ type: 'object', additionalProperties: { type: 'string' } }),
  keywords: MAP_KEYWORDS,
} as const satisfies PropertyType
