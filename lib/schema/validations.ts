import { isRecord } from '@/lib/promise/path'
import { immutabilityIndex } from './immutability'
import type { Schema } from './property'

/** The keyword that holds CEL rules (kratix.md 4.8). */
export const VALIDATIONS = 'x-kubernetes-validations'

/** The CEL rules of a schema as they stand in the file; what is no map is an empty one. */
export function validationsOf(schema: Schema): readonly Schema[] {
  const list = schema[VALIDATIONS]
  return Array.isArray(list) ? list.map((one) => (isRecord(one) ? one : {})) : []
}

/** True when a schema has no rule but the one that its switch for immutability stands for. */
export function hasOnlyImmutability(schema: Schema): boolean {
  return validationsOf(schema).length === 1 && immutabilityIndex(schema) === 0
}
