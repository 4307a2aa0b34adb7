import { NUMBER_KEYWORDS, type PropertyType } from './property-type'

export const integerType = {
  id: 'integer',
  label: 'Integer',
  jsonType: 'integer',
  recognises: (schema) => schema.type === 'integer',
  create: () => ({ type: 'integer' }),
  keywords: NUMBER_KEYWORDS,
} as const satisfies PropertyType
