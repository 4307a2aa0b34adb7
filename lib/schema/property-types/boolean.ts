import type { PropertyType } from './property-type'

export const booleanType = {
  id: 'boolean',
  label: 'Boolean',
  jsonType: 'boolean',
  recognises: (schema) => schema.type === 'boolean',
  create: () => ({ type: 'boolean' }),
  keywords: [],
} as const satisfies PropertyType
