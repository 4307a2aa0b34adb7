import { type PropertyType, STRING_KEYWORDS } from './property-type'

export const stringType = {
  id: 'string',
  label: 'String',
  jsonType: 'string',
  recognises: (schema) => schema.type === 'string',
  create: () => ({ type: 'string' }),
  keywords: STRING_KEYWORDS,
} as const satisfies PropertyType
