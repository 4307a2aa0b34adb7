import { equal, misfit } from '../misfit'
import type { Schema } from '../property'
import { type StructuralType, valuesOf } from './types'

/** `enum` of a schema of this type, from its `enum` or `const`: values of other types fall away. */
export function enumOf(
  given: Schema,
  type: StructuralType,
  say: (message: string) => void,
): Schema {
  const whole = Object.hasOwn(given, 'const') ? [given.const] : given.enum
  if (!Array.isArray(whole) || whole.length === 0) return {}
  if (type === 'any' || type === 'object' || type === 'array') {
    say('The fixed values are left out: they are no strings, numbers or booleans.')
    return {}
  }
  const values = valuesOf(given)
  if (values.length < whole.length) say('null is not among the values any more.')
  const fitting = values.filter((value) => isOf(type, value))
  if (fitting.length < values.length) say(`Values that are not of the type ${type} are left out.`)
  const distinct = fitting.filter((value, i) => fitting.findIndex((one) => equal(one, value)) === i)
  if (distinct.length > 0) return { enum: distinct }
  say('None of the values is of its type: any value is taken.')
  return {}
}

function isOf(type: StructuralType, value: unknown): boolean {
  const schema = type === 'int-or-string' ? { 'x-kubernetes-int-or-string': true } : { type }
  return misfit(schema, value) === undefined
}
