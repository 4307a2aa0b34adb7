import { isRecord } from '@/lib/promise/path'
import { isScalarType, type ScalarTypeId, type Schema } from '../property'
import { LIST_KEYWORDS, type PropertyType } from './property-type'

function itemType({ items }: Schema): ScalarTypeId | undefined {
  return isRecord(items) && isScalarType(items.type) ? items.type : undefined
}

/** A list of scalars. */
export const listType = {
  id: 'list',
  label: 'Array',
  jsonType: 'array',
  recognises: (schema) => schema.type === 'array' && itemType(schema) !== undefined,
  create: () => ({ type: 'array', items: { type: 'string' } }),
  keywords: LIST_KEYWORDS,
  shown: ['items'],
  itemType,
} as const satisfies PropertyType
