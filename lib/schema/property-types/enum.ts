import { NUMBER_KEYWORDS, type PropertyType, STRING_KEYWORDS } from './property-type'

/** A closed list of strings or numbers. A list of booleans stays a boolean with one more keyword. */
export const enumType = {
  id: 'enum',
  label: 'Enum',
  jsonType: 'string',
  recognises: (schema) =>
    Array.isArray(schema.enum) &&
    (schema.type === 'string' || schema.type === 'integer' || schema.type === 'number'),
  create: () => ({ type: 'string', enum: ['small', 'large'] }),
  keywords: ['enum', ...STRING_KEYWORDS, ...NUMBER_KEYWORDS],
} as const satisfies PropertyType
