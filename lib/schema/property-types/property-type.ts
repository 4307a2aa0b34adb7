import type { EditableType, Schema } from '../property'

/** What the form knows of a type: one file here, one line in `index.ts`, one form. */
export interface PropertyType {
  readonly id: EditableType
  /** The word in menus. */
  readonly label: string
  /** `type` of a new schema; `undefined` for a type that has none. */
  readonly jsonType: string | undefined
  /** True when a schema is of this type. The narrowest type that says so wins. */
  recognises(schema: Schema): boolean
  /** A new property of this type, as short as the API server allows. */
  create(): Schema
  /** Keywords that mean something for this type only; those of other types go when it is chosen. */
  readonly keywords: readonly string[]
  /** The keyword that holds the children. */
  readonly childrenAt?: 'properties'
}

export const STRING_KEYWORDS = ['minLength', 'maxLength', 'pattern']
export const NUMBER_KEYWORDS = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
]
export const OBJECT_KEYWORDS = [
  'properties',
  'required',
  'additionalProperties',
  'minProperties',
  'maxProperties',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-map-type',
]
export const MAP_KEYWORDS = [
  'additionalProperties',
  'minProperties',
  'maxProperties',
  'x-kubernetes-map-type',
]
export const LIST_KEYWORDS = [
  'items',
  'minItems',
  'maxItems',
  'uniqueItems',
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
]
/** Go with any change of `type`: what they say of a string they do not say of a number. */
export const TYPED_KEYWORDS = [
  'format',
  'example',
  'x-kubernetes-validations',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
]
