import { isRecord, type Path } from '@/lib/promise/path'
import { hasFormat } from './formats'
import { jsonText } from './json-text'
import { MAX_DEPTH } from './max-depth'
import type { Schema } from './property'
import { matchesRe2 } from './re2'

/** Why a value does not fit its schema, and where in the value. */
export interface Misfit {
  readonly path: Path
  /** Ends a sentence that begins with the value: "is not an integer". */
  readonly reason: string
}

/**
 * The first thing in `value` that the API server would refuse as a default: a wrong type, a value
 * outside its enum or bounds, a missing required child, an unknown field (kratix.md 72-74), a format,
 * a pattern or a condition that it does not meet. `undefined` when none is found.
 */
export function misfit(schema: unknown, value: unknown, path: Path = []): Misfit | undefined {
  return judgeValue(schema, value, path).misfit
}

/** What is wrong with a value, and what of it cannot be told here. */
export interface ValueVerdict {
  readonly misfit: Misfit | undefined
  /** Ends a sentence: "the format email". */
  readonly unsure: string | undefined
}

export function judgeValue(schema: unknown, value: unknown, path: Path = []): ValueVerdict {
  const judge = new Judge()
  const found = judge.value(schema, value, path, false)
  return { misfit: found, unsure: judge.unsure }
}

class Judge {
  unsure: string | undefined

  /** @param condition below a logic keyword, where fields may go undeclared */
  value(schema: unknown, value: unknown, path: Path, condition: boolean): Misfit | undefined {
    if (!isRecord(schema)) return undefined
    if (path.length > MAX_DEPTH) {
      this.unsure ??= 'its depth'
      return undefined
    }
    const wrong = (reason: string): Misfit => ({ path, reason })
    if (value === null) {
      const fault = nullFault(schema) ?? enumFault(schema.enum, value)
      return optional(fault, wrong)
    }
    const intOrString = schema['x-kubernetes-int-or-string'] === true
    const type = intOrString ? intOrStringFault(value) : undefined
    const scalar = type ?? typeFault(schema, value) ?? enumFault(schema.enum, value)
    if (scalar) return wrong(scalar)
    return this.#parts(schema, value, path, condition) ?? this.#logic(schema, value, path)
  }

  #parts(schema: Schema, value: unknown, path: Path, condition: boolean): Misfit | undefined {
    const wrong = (reason: string): Misfit => ({ path, reason })
    if (isNumber(value)) return optional(numberFault(schema, value), wrong)
    if (typeof value === 'string') return optional(this.#textFault(schema, value), wrong)
    if (Array.isArray(value)) {
      const size = sizeFault(schema, 'Items', value.length)
      if (size) return wrong(size)
      const kept = condition || schema['x-kubernetes-preserve-unknown-fields'] === true
      // A list that is taken for a text, because of its format, has no schema for its items.
      if (!isRecord(schema.items)) return kept ? undefined : unknownField(value, path)
      return first(
        value.map((_, i) => i),
        (i) => this.value(schema.items, value[i], [...path, i], condition),
      )
    }
    return isRecord(value) ? this.#object(schema, value, path, condition) : undefined
  }

  #textFault(schema: Schema, text: string): string | undefined {
    const size = sizeFault(schema, 'Length', [...text].length)
    if (size) return size
    const { pattern, format } = schema
    if (typeof pattern === 'string' && pattern !== '') {
      const found = matchesRe2(pattern, text)
      if (found === false) return `does not match the pattern ${show(pattern)}`
      if (found === undefined) this.unsure ??= `the pattern ${show(pattern)}`
    }
    if (typeof format === 'string' && format !== '') {
      const found = hasFormat(format, text)
      if (found === false) return `does not have the format ${format}`
      if (found === undefined) this.unsure ??= `the format ${format}`
    }
    return undefined
  }

  #object(
    schema: Schema,
    value: Readonly<Record<string, unknown>>,
    path: Path,
    condition: boolean,
  ): Misfit | undefined {
    const required = Array.isArray(schema.required) ? schema.required : []
    // To the API server a name that is null is an empty one.
    const missing = required
      .map((name) => (name === null ? '' : name))
      .find((name) => typeof name === 'string' && !Object.hasOwn(value, name))
    if (missing !== undefined) return { path, reason: `lacks the required "${missing}"` }
    const size = sizeFault(schema, 'Properties', Object.keys(value).length)
    if (size) return { path, reason: size }
    if (schema['x-kubernetes-embedded-resource'] === true) this.unsure ??= 'an embedded resource'
    const properties = isRecord(schema.properties) ? schema.properties : {}
    const more = schema.additionalProperties
    const kept = schema['x-kubernetes-preserve-unknown-fields'] === true && more !== false
    const open = condition || kept || more === true
    return first(Object.keys(value), (name) => {
      const at = [...path, name]
      if (Object.hasOwn(properties, name)) {
        return this.value(properties[name], value[name], at, condition)
      }
      if (isRecord(more)) return this.value(more, value[name], at, condition)
      return open ? undefined : { path, reason: `holds "${name}", which the schema does not know` }
    })
  }

  #logic(schema: Schema, value: unknown, path: Path): Misfit | undefined {
    for (const part of listOf(schema.allOf)) {
      const found = this.value(part, value, path, true)
      if (found) return found
    }
    if (isRecord(schema.not) && this.#fits(schema.not, value, path) === true) {
      return { path, reason: 'meets what "not" forbids' }
    }
    return this.#branches(schema, value, path)
  }

  #branches(schema: Schema, value: unknown, path: Path): Misfit | undefined {
    const any = listOf(schema.anyOf).map((part) => this.#fits(part, value, path))
    if (any.length > 0 && any.every((fits) => fits === false)) {
      return { path, reason: 'meets none of "anyOf"' }
    }
    const one = listOf(schema.oneOf).map((part) => this.#fits(part, value, path))
    const met = one.filter((fits) => fits === true).length
    if (one.length === 0) return undefined
    if (met > 1) return { path, reason: 'meets more than one of "oneOf"' }
    return one.every((fits) => fits === false)
      ? { path, reason: 'meets none of "oneOf"' }
      : undefined
  }

  #fits(part: unknown, value: unknown, path: Path): boolean | undefined {
    const inner = new Judge()
    const found = inner.value(part, value, path, true)
    if (found) return false
    // A doubt within a choice that is met otherwise still stands: better said once too often.
    this.unsure ??= inner.unsure
    return inner.unsure === undefined ? true : undefined
  }
}

function nullFault(schema: Schema): string | undefined {
  const typed = isTyped(schema.type) || schema['x-kubernetes-int-or-string'] === true
  return schema.nullable === true || !typed ? undefined : 'is null'
}

const isTyped = (type: unknown) => typeof type === 'string' && type !== ''

function intOrStringFault(value: unknown): string | undefined {
  const fits = typeof value === 'string' || isInteger(value)
  return fits ? undefined : 'is neither an integer nor a string'
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

const WORDS: Readonly<Record<string, [article: string, fits: (value: unknown) => boolean]>> = {
  string: ['a string', (value) => typeof value === 'string'],
  integer: ['an integer', isInteger],
  number: ['a number', isNumber],
  boolean: ['a boolean', (value) => typeof value === 'boolean'],
  array: ['an array', Array.isArray],
  object: ['an object', isRecord],
}

function typeFault(schema: Schema, value: unknown): string | undefined {
  const { type, format } = schema
  const formatted = typeof format === 'string' && format !== ''
  const isText = typeof value === 'string' || Array.isArray(value)
  if (typeof type !== 'string' || type === '') {
    // The API server takes a format for a type where there is none.
    return formatted && !isText ? `has a type that the format ${format} is not for` : undefined
  }
  // With a format it looks at the types of numbers alone.
  if (formatted && isText && type !== 'number' && type !== 'integer') return undefined
  if (!Object.hasOwn(WORDS, type)) return `is not of the type ${show(type)}`
  const [word, fits] = WORDS[type] ?? ['', () => true]
  return fits(value) ? undefined : `is not ${word}`
}

function enumFault(values: unknown, value: unknown): string | undefined {
  if (!Array.isArray(values) || values.length === 0) return undefined
  // The API server never finds null among the values.
  if (value !== null && values.some((one) => equal(one, value))) return undefined
  return `is not one of ${values.map((one) => show(one)).join(', ')}`
}

const BITS: Readonly<Record<string, bigint>> = { int32: 2n ** 31n, int64: 2n ** 63n }

/**
 * The API server compares integers with bounds cut to integers, and refuses every value of type
 * integer when a bound of it is none (k8s.io/kube-openapi/pkg/validation/validate).
 */
function numberFault(schema: Schema, value: number | bigint): string | undefined {
  const { minimum, maximum, multipleOf, type } = schema
  const limit = type === 'integer' ? (BITS[String(schema.format)] ?? BITS.int64) : undefined
  for (const [what, bound] of Object.entries({ value, multipleOf, maximum, minimum })) {
    if (limit === undefined || !isNumber(bound)) continue
    if (isInteger(bound) && BigInt(bound) >= -limit && BigInt(bound) < limit) continue
    return what === 'value'
      ? `is not an integer of the format ${schema.format ?? 'int64'}`
      : `cannot be compared with the ${what} ${bound}, which is not such an integer`
  }
  if (
    typeof value === 'number' &&
    schema.format === 'float' &&
    Math.abs(value) > 3.4028235677973366e38
  ) {
    return 'is not a number of the format float'
  }
  const cut = (bound: number | bigint) =>
    isInteger(value) && typeof bound === 'number' ? Math.trunc(bound) : bound
  if (isNumber(minimum)) {
    const low = cut(minimum)
    if (schema.exclusiveMinimum === true ? value <= low : value < low) {
      return `is below the minimum ${minimum}`
    }
  }
  if (isNumber(maximum)) {
    const high = cut(maximum)
    if (schema.exclusiveMaximum === true ? value >= high : value > high) {
      return `is above the maximum ${maximum}`
    }
  }
  if (isNumber(multipleOf) && !isMultiple(value, multipleOf)) {
    return `is not a multiple of ${multipleOf}`
  }
  return undefined
}

/** Whether the API server takes `value` for a multiple of `factor`. */
export function isMultiple(value: number | bigint, factor: number | bigint): boolean {
  if (isInteger(value)) {
    const whole = typeof factor === 'number' ? BigInt(Math.trunc(factor)) : factor
    return whole > 0n && BigInt(value) % whole === 0n
  }
  const divisor = Number(factor)
  if (divisor <= 0) return false
  const times = divisor < 1 ? (1 / divisor) * Number(value) : Number(value) / divisor
  return isNearInteger(times)
}

/** As `IsFloat64AJSONInteger` of go-openapi/swag. */
function isNearInteger(value: number): boolean {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return false
  const difference = Math.abs(value - Math.trunc(value))
  if (value === Math.trunc(value)) return true
  return (
    difference < 1e-9 ||
    difference / Math.min(Math.abs(value) + Math.abs(Math.trunc(value)), Number.MAX_VALUE) < 1e-9
  )
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
  const text = jsonText(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

/** What the API server drops of a value for which there is no schema: every field. */
function unknownField(value: unknown, path: Path): Misfit | undefined {
  if (Array.isArray(value)) {
    return first(
      value.map((_, i) => i),
      (i) => unknownField(value[i], [...path, i]),
    )
  }
  const [name] = isRecord(value) ? Object.keys(value) : []
  return name === undefined
    ? undefined
    : { path, reason: `holds "${name}", which the schema does not know` }
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
