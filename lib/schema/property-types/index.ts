import type { EditableType, PropertyTypeId, Schema } from '../property'
import { booleanType } from './boolean'
import { embeddedResourceType } from './embedded-resource'
import { enumType } from './enum'
import { freeFormType } from './free-form'
import { intOrStringType } from './int-or-string'
import { integerType } from './integer'
import { listType } from './list'
import { mapType } from './map'
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
    map: mapType,
    'int-or-string': intOrStringType,
    'free-form': freeFormType,
    'embedded-resource': embeddedResourceType,
  }

// Narrow types first: an enum is a string, too.
const byNarrowness: readonly PropertyType[] = [
  intOrStringType,
  enumType,
  embeddedResourceType,
  mapType,
  freeFormType,
  ...Object.values(propertyTypes),
]

/** The type of a schema, or `undefined` for what has none that the form can edit. */
export function recognise(schema: Schema): PropertyType | undefined {
  return byNarrowness.find((type) => type.recognises(schema))
}

export function typeOf(schema: Schema): PropertyTypeId {
  return recognise(schema)?.id ?? 'other'
}
