import { isRecord, valueAt } from '@/lib/promise/path'
import type { Schema } from './property'

/** What a schema says of a place in an object. */
export type SchemaPlaceKind =
  | {
      readonly kind: 'declared'
      readonly schema: Schema
      /** True when an object that fits, after defaulting, always has it. */
      readonly always: boolean
    }
  /** Not declared, but allowed: the schema is open there. */
  | { readonly kind: 'open' }
  /** Not declared: the API server drops it. */
  | { readonly kind: 'absent' }

/**
 * Follows property names down an openAPIV3Schema.
 * @param schema of the object that holds the first name
 */
export function schemaAt(schema: unknown, names: readonly string[]): SchemaPlaceKind {
  let here: unknown = schema
  let always = true
  for (const name of names) {
    if (!isRecord(here)) return { kind: 'open' }
    const declared = valueAt(here, ['properties', name])
    if (!isRecord(declared)) return { kind: isOpen(here) ? 'open' : 'absent' }
    const { required } = here
    const demanded = Array.isArray(required) && required.includes(name)
    always &&= demanded || (declared.default !== undefined && declared.default !== null)
    if (declared.nullable === true) always = false
    here = declared
  }
  return isRecord(here) ? { kind: 'declared', schema: here, always } : { kind: 'open' }
}

function isOpen(schema: Schema): boolean {
  const { additionalProperties: more } = schema
  return schema['x-kubernetes-preserve-unknown-fields'] === true || more === true || isRecord(more)
}
