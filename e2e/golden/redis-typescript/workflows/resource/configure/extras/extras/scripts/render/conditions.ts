import { lookUp } from './substitute.js'
import type { Scalar, Values } from './values.js'

/** Asks for a value as templates see it. */
export type Condition =
  | { readonly value: string; readonly present: boolean }
  /** The value is there and the same as one of these, type included. */
  | { readonly value: string; readonly oneOf: readonly Scalar[] }

/** Whether a template is written. @throws Error for a value that is not in the table. */
export function holds(condition: Condition, values: Values): boolean {
  const value = lookUp(condition.value, values)
  if ('present' in condition) return (value !== undefined) === condition.present
  return value !== undefined && condition.oneOf.includes(value)
}
