import { isRecord } from '@/lib/promise/path'
import type { Schema } from '../property'

export type StructuralType =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'array'
  | 'object'
  | 'int-or-string'
  | 'any'

export interface TypeReading {
  readonly type: StructuralType
  readonly nullable: boolean
  readonly note?: string
}

const TYPES = ['string', 'integer', 'number', 'boolean', 'array', 'object'] as const

/** The one type of a schema: what it says, else what its keywords are for. */
export function typeOf(schema: Schema): TypeReading {
  const said = listOf(schema.type)
  const nullable =
    schema.nullable === true || schema['x-nullable'] === true || said.includes('null')
  const words = said.filter((word) => word !== 'null')
  if (schema['x-kubernetes-int-or-string'] === true) return { type: 'int-or-string', nullable }
  const [word] = words
  if (word === undefined) {
    if (said.length > 0) return { type: 'any', nullable, note: 'Only null fits it: left open.' }
    return { type: guessed(schema), nullable }
  }
  const types = TYPES.filter((type) => words.includes(type))
  if (types.length < new Set(words).size) {
    if (words.length === 1 && word === 'file') {
      return { type: 'string', nullable, note: 'A file becomes a string.' }
    }
    return { type: 'any', nullable, note: `"${words.join(', ')}" is no type of a CRD: left open.` }
  }
  const [type = 'string', ...more] = types
  if (more.length === 0) return { type, nullable }
  if (types.join() === 'integer,number') return { type: 'number', nullable }
  if (types.join() === 'string,integer') return { type: 'int-or-string', nullable }
  const note = `It may be ${types.join(' or ')}, which a CRD cannot say: left open.`
  return { type: 'any', nullable, note }
}

function listOf(type: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(type) ? type : [type]
  return list.filter((word): word is string => typeof word === 'string')
}

const HINTS: readonly (readonly [StructuralType, readonly string[]])[] = [
  ['object', ['properties', 'additionalProperties', 'patternProperties', 'required']],
  ['array', ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems']],
  ['string', ['pattern', 'minLength', 'maxLength']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
]

function guessed(schema: Schema): StructuralType {
  const values = valuesOf(schema)
  if (values.length > 0) return typeOfValues(values)
  if (schema['x-kubernetes-preserve-unknown-fields'] === true && !isRecord(schema.properties)) {
    return 'any'
  }
  return (
    HINTS.find(([, keywords]) => keywords.some((one) => Object.hasOwn(schema, one)))?.[0] ?? 'any'
  )
}

/** The values of `enum` or `const`, without null. */
export function valuesOf(schema: Schema): readonly unknown[] {
  const values = Object.hasOwn(schema, 'const') ? [schema.const] : schema.enum
  return Array.isArray(values) ? values.filter((value) => value !== null) : []
}

/** The type that all of these values have. */
function typeOfValues(values: readonly unknown[]): StructuralType {
  const whole = (value: unknown) => typeof value === 'bigint' || Number.isInteger(value)
  if (values.every((value) => typeof value === 'string')) return 'string'
  if (values.every((value) => typeof value === 'boolean')) return 'boolean'
  if (values.every(whole)) return 'integer'
  if (values.every((value) => typeof value === 'number' || typeof value === 'bigint'))
    return 'number'
  if (values.every((value) => typeof value === 'string' || whole(value))) return 'int-or-string'
  return 'any'
}
