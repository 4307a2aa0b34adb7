import { isRecord } from '@/lib/promise/path'
import type { Schema } from '../property'
import { OBJECT_KEYWORDS, type PropertyType } from './property-type'

/** An object with named properties, also when it keeps unknown ones beside them. */
export const objectType = {
  id: 'object',
  label: 'Object',
  jsonType: 'object',
  recognises: (schema) => schema.type === 'object',
  create: () => ({ type: 'object', properties: {} }),
  keywords: OBJECT_KEYWORDS,
  childrenAt: 'properties',
} as const satisfies PropertyType

/** True when a schema names at least one property. */
export function hasProperties({ properties }: Schema): boolean {
  return isRecord(properties) && Object.keys(properties).length > 0
}
