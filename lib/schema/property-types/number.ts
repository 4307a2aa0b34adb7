import { NUMBER_KEYWORDS, type PropertyType } from './property-type'

export const numberType = {
  id: 'number',
  label: 'Number',
  jsonType: 'number',
  recognises: (schema) => schema.type === 'number',
  create: () => ({ type: 'number' }),
  keywords: NUMBER_KEYWORDS,
} as const satisfies PropertyType
