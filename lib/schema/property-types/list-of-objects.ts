import { isRecord } from '@/lib/promise/path'
import { objectType } from './object'
import { LIST_KEYWORDS, type PropertyType } from './property-type'

/** A list of objects with named properties. */
export const listOfObjectsType = {
  id: 'list-of-objects',
  label: 'Array of objects',
  jsonType: 'array',
  recognises: ({ type, items }) =>
    type === 'array' && isRecord(items) && objectType.recognises(items),
  create: () => ({ type: 'array', items: objectType.create() }),
  keywords: LIST_KEYWORDS,
  shown: ['items'],
  childrenAt: ['items', 'properties'],
} as const satisfies PropertyType
