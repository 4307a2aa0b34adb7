import { isRecord, type Path } from '@/lib/promise/path'
import { MAX_DEPTH } from './properties'
import type { Schema } from './property'

/** Why a value does not fit its schema, and where in the value. */
export interface Misfit {
  readonly path: Path
  /** Ends a sentence that begins with the value: "is not an integer". */
  readonly reason: string
}

/**
 * The first thing in `value` that the API server would refuse as a default: a wrong type, a value
 * outside its enum or bounds, a missing required child, an unknown field (kratix.md 72-74).
 * `undefined` when none is found; formats, patterns and logic keywords are not judged.
 */
export function misfit(schema: unknown, value: unknown, path: Path = []): Misfit | undefined {
  if (!isRecord(schema) || path.length > MAX_DEPTH) return undefined
  const wrong = (reason: string): Misfit => ({ path, reason })
  if (value === null) return schema.nullable === true ? undefined : wrong('is null')
  if (schema['x-kubernetes-int-or-string'] === true) {
    const fits = typeof value === 'string' || isInteger(value)
    return fits ? undefined : wrong('is neither an integer nor a string')
  }
  const type = typeFault(schema.type, value) ?? enumFault(schema.enum, value)
  if (type) return wrong(type)
  if (isNumber(value)) return optional(boundFault(schema, value), wrong)
  if (typeof value === 'string')
    return optional(sizeFault(schema, 'Length', [...value].length), wrong)
  if (Array.isArray(value)) {
    const size = sizeFault(schema, 'Items', value.length)
    if (size) return wrong(size)
    return first(
      value.map((_, i) => i),
      (i) => misfit(schema.items, value[i], [...path, i]),
    )
  }
  return isRecord(value) ? objectMisfit(schema, value, path) : undefined
}

function objectMisfit(
  schema: Schema,
  value: Readonly<Record<string, unknown>>,
  path: Path,
): Misfit | undefined {
  const required = Array.isArray(schema.required) ? schema.required : []
  const missing = required.find((name) => typeof name === 'string' && !Object.hasOwn(value, name))
  if (missing !== undefined) return { path, reason: `lacks the required "${missing}"` }
  const size = sizeFault(schema, 'Properties', Object.keys(value).length)
  if (size) return { path, reason: size }
  const properties = isRecord(schema.properties) ? schema.properties : {}
  const open =
    schema['x-kubernetes-preserve-unknown-fields'] === true || schema.additionalProperties === true
  return first(Object.keys(value), (name) => {
    if (Object.hasOwn(properties, name))
      return misfit(properties[name], value[name], [...path, name])
    if (isRecord(schema.additionalProperties)) {
      return misfit(schema.additionalProperties, value[name], [...path, name])
    }
    return open ? undefined : { path, reason: `holds "${name}", which the schema does not know` }
  })
}

const WORDS: Readonly<Record<string, [article: string, fits: (value: unknown) => boolean]>> = {
  string: ['a string', (value) => typeof value === 'string'],
  integer: ['an integer', isInteger],
  number: ['a number', isNumber],
  boolean: ['a boolean', (value) => typeof value === 'boolean'],
  array: ['an array', Array.isArray],
  object: ['an object', isRecord],
}

function typeFault(type: unknown, value: unknown): string | undefined {
  if (typeof type !== 'string' || !Object.hasOwn(WORDS, type)) return undefined
  const [word, fits] = WORDS[type] ?? ['', () => true]
  return fits(value) ? undefined : `is not ${word}`
}

function enumFault(values: unknown, value: unknown): string | undefined {
  if (!Array.isArray(values) || values.some((one) => equal(one, value))) return undefined
  return `is not one of ${values.map((one) => show(one)).join(', ')}`
}

function boundFault(schema: Schema, value: number | bigint): string | undefined {
  const { minimum, maximum, multipleOf } = schema
  if (
    isNumber(minimum) &&
    (schema.exclusiveMinimum === true ? value <= minimum : value < minimum)
  ) {
    return `is below the minimum ${minimum}`
  }
  if (
    isNumber(maximum) &&
    (schema.exclusiveMaximum === true ? value >= maximum : value > maximum)
  ) {
    return `is above the maximum ${maximum}`
  }
  // Fractions are left to the server: 0.3 is a multiple of 0.1 to it and not to floating point.
  if (isInteger(multipleOf) && multipleOf > 0 && isInteger(value)) {
    if (BigInt(value) % BigInt(multipleOf) !== 0n) return `is not a multiple of ${multipleOf}`
  }
  return undefined
}

function sizeFault(schema: Schema, of: 'Length' | 'Items' | 'Properties', size: number) {
  const min = schema[`min${of}`]
  const max = schema[`max${of}`]
  const what = of === 'Length' ? 'characters' : of.toLowerCase()
  if (isNumber(min) && size < min) return `has fewer than ${min} ${what}`
  if (isNumber(max) && size > max) return `has more than ${max} ${what}`
  return undefined
}

export function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value))
}

export function isInteger(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || Number.isInteger(value)
}

/** Equal as JSON is, whatever the order of keys. */
export function equal(a: unknown, b: unknown): boolean {
  if (isNumber(a) && isNumber(b))
    return a === b || (isInteger(a) && isInteger(b) && BigInt(a) === BigInt(b))
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, i) => equal(one, b[i]))
  }
  if (!isRecord(a) || !isRecord(b)) return a === b
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]))
  )
}

/** A value in a message: JSON, shortened, big integers too. */
export function show(value: unknown): string {
  const text =
    typeof value === 'bigint'
      ? String(value)
      : (JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part)) ?? '')
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

function optional(reason: string | undefined, wrong: (reason: string) => Misfit) {
  return reason === undefined ? undefined : wrong(reason)
}

function first<T>(items: readonly T[], find: (item: T) => Misfit | undefined): Misfit | undefined {
  for (const item of items) {
    const found = find(item)
    if (found) return found
  }
  return undefined
}
