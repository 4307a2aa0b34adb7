import type { Schema } from './property'

/** What values of a schema are, as far as its keywords say so. */
export const VALUE_KINDS = [
  'string',
  'integer',
  'number',
  'boolean',
  'array',
  'object',
  'int-or-string',
  'any',
] as const
export type ValueKind = (typeof VALUE_KINDS)[number]

/** The kind of value that `schema` describes; `any` when it names no type that a CRD knows. */
export function valueKind(schema: Schema): ValueKind {
  if (schema['x-kubernetes-int-or-string'] === true) return 'int-or-string'
  return VALUE_KINDS.find((kind) => kind === schema.type) ?? 'any'
}

export function isNumeric(kind: ValueKind): boolean {
  return kind === 'integer' || kind === 'number' || kind === 'int-or-string'
}

export function isTextual(kind: ValueKind): boolean {
  return kind === 'string' || kind === 'int-or-string'
}
