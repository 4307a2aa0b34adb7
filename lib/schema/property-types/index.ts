import type { EditableType, PropertyTypeId, Schema } from '../property'
import { booleanType } from './boolean'
import { enumType } from './enum'
import { integerType } from './integer'
import { listType } from './list'
import { listOfObjectsType } from './list-of-objects'
import { numberType } from './number'
import { objectType } from './object'
import type { PropertyType } from './property-type'
import { stringType } from './string'

/** Every type that the form can edit, in the order of menus. A missing one does not compile. */
export const propertyTypes: { readonly [Id in EditableType]: PropertyType & { readonly id: Id } } =
  {
    string: stringType,
    integer: integerType,
    number: numberType,
    boolean: booleanType,
    enum: enumType,
    object: objectType,
    list: listType,
    'list-of-objects': listOfObjectsType,
  }

// Narrow types first: an enum is a string, too.
const byNarrowness: readonly PropertyType[] = [
  enumType,
  listOfObjectsType,
  ...Object.values(propertyTypes),
]

/** The type of a schema, or `undefined` for what the form cannot edit yet. */
export function recognise(schema: Schema): PropertyType | undefined {
  if (schema['x-kubernetes-int-or-string'] === true) return undefined
  return byNarrowness.find((type) => type.recognises(schema))
}

export function typeOf(schema: Schema): PropertyTypeId {
  return recognise(schema)?.id ?? 'other'
}
