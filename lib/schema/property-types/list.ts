import { isRecord } from '@/lib/promise/path'
import { LIST_KEYWORDS, type PropertyType } from './property-type'

/** A list of anything: what its items are, the element says. */
export const listType = {
  id: 'list',
  label: 'List',
  jsonType: 'array',
  recognises: ({ type, items }) => type === 'array' && isRecord(items),
  create: () => ({ type: 'array', items: { type: 'string' } }),
  keywords: LIST_KEYWORDS,
} as const satisfies PropertyType
