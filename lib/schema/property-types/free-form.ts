import { hasProperties } from './object'
import type { PropertyType } from './property-type'

const PRESERVE = 'x-kubernetes-preserve-unknown-fields'

/**
 * Anything, unchecked and kept as it is (kratix.md 76): an object, or any value where there is no
 * `type`. With named properties it is an object that keeps others.
 */
export const freeFormType = {
  id: 'free-form',
  label: 'Free-form',
  jsonType: 'object',
  recognises: (schema) =>
    schema[PRESERVE] === true &&
    (schema.type === undefined || schema.type === 'object') &&
    !hasProperties(schema),
  create: () => ({ type: 'object', [PRESERVE]: true }),
  keywords: [PRESERVE, 'minProperties', 'maxProperties', 'x-kubernetes-map-type'],
} as const satisfies PropertyType
