import type { PropertyType } from './property-type'

/** An integer or a string, such as a port by number or name; it has no `type` (kratix.md 77). */
export const intOrStringType = {
  id: 'int-or-string',
  label: 'Integer or string',
  jsonType: undefined,
  recognises: (schema) => schema['x-kubernetes-int-or-string'] === true,
  create: () => ({ 'x-kubernetes-int-or-string': true }),
  keywords: [
    'x-kubernetes-int-or-string',
    'enum',
    'minLength',
    'maxLength',
    'pattern',
    'minimum',
    'maximum',
    'exclusiveMinimum',
    'exclusiveMaximum',
    'multipleOf',
  ],
} as const satisfies PropertyType
