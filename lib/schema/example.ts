import { isRecord, valueAt } from '@/lib/promise/path'
import { MAX_DEPTH } from './max-depth'
import { equal, isInteger, isNumber, misfit } from './misfit'
import type { Schema } from './property'
import { matches, samplePattern } from './sample-pattern'

const MAX_ITEMS = 20

/** An example of the `spec` of a request; `undefined` when the API does not describe one. */
export function exampleSpec(openAPIV3Schema: unknown): unknown {
  const spec = valueAt(openAPIV3Schema, ['properties', 'spec'])
  return isRecord(spec) ? exampleFor(spec) : undefined
}

/**
 * A value that fits `schema` as far as this can be told: the default, else the first value of an
 * enum, else the simplest value within bounds, pattern and format. Objects hold what is required
 * and what has a default. The same schema always gives the same example.
 */
export function exampleFor(schema: unknown): unknown {
  return example(schema, 0, 0)
}

/** `nth` tells the items of an array apart, which may have to be unique. */
function example(schema: unknown, depth: number, nth: number): unknown {
  if (!isRecord(schema) || depth > MAX_DEPTH) return {}
  for (const given of [schema.default, schema.example]) {
    // A default of {} says nothing; its children say more.
    if (given !== undefined && !equal(given, {}) && !misfit(schema, given)) return given
  }
  if (Array.isArray(schema.enum)) {
    const fitting = schema.enum.filter((value) => value !== null && !misfit(schema, value))
    if (fitting.length > 0) return fitting[nth % fitting.length]
  }
  if (schema['x-kubernetes-int-or-string'] === true) return 1 + nth
  switch (schema.type) {
    case 'integer':
    case 'number':
      return exampleNumber(schema, nth)
    case 'boolean':
      return nth % 2 === 1
    case 'string':
      return exampleString(schema, nth)
    case 'array': {
      const length = Math.min(count(schema.minItems), MAX_ITEMS)
      return Array.from({ length }, (_, i) => example(schema.items, depth + 1, i))
    }
    default:
      return exampleObject(schema, depth, nth)
  }
}

function exampleObject(schema: Schema, depth: number, nth: number): unknown {
  const properties = isRecord(schema.properties) ? schema.properties : {}
  const required = new Set(requiredNames(schema))
  const entries: [string, unknown][] = []
  for (const [name, child] of Object.entries(properties)) {
    if (required.has(name) || saysSomething(child, depth)) {
      entries.push([name, example(child, depth + 1, nth)])
    }
  }
  if (isRecord(schema.additionalProperties)) {
    const missing = Math.min(count(schema.minProperties), MAX_ITEMS) - entries.length
    for (let i = 0; i < missing; i++) {
      entries.push([`key${i + 1}`, example(schema.additionalProperties, depth + 1, i)])
    }
  }
  return Object.fromEntries(entries)
}

/** Own requirements, and those of the first branch of each logic keyword. */
function requiredNames(schema: Schema): readonly unknown[] {
  const branches = [
    schema,
    ...(Array.isArray(schema.allOf) ? schema.allOf : []),
    valueAt(schema, ['anyOf', 0]),
    valueAt(schema, ['oneOf', 0]),
  ]
  return branches.flatMap((branch) => {
    const names = valueAt(branch, ['required'])
    return Array.isArray(names) ? names : []
  })
}

/** True when the API server would fill the property in, or some property below it. */
function saysSomething(schema: unknown, depth: number): boolean {
  if (!isRecord(schema) || depth > MAX_DEPTH) return false
  if (schema.default !== undefined) return true
  // An optional object that needs nothing else is shown for the sake of the defaults in it.
  if (!isRecord(schema.properties) || requiredNames(schema).length > 0) return false
  return Object.values(schema.properties).some((child) => saysSomething(child, depth + 1))
}

function exampleNumber(schema: Schema, nth: number): number | bigint {
  const { minimum, maximum, multipleOf } = schema
  const whole = schema.type === 'integer'
  if (typeof minimum === 'bigint') return minimum + (schema.exclusiveMinimum === true ? 1n : 0n)
  const min = typeof minimum === 'number' ? minimum : Number.NEGATIVE_INFINITY
  const max = isNumber(maximum) ? Number(maximum) : Number.POSITIVE_INFINITY
  const fits = (value: number) =>
    Number.isFinite(value) && (!whole || Number.isInteger(value)) && !misfit(schema, value)
  const step = isNumber(multipleOf) && multipleOf > 0 ? Number(multipleOf) : 1
  const start = step * Math.ceil(Math.max(1, min) / step)
  const candidates = [
    start + nth * step,
    start,
    step * Math.ceil(min / step) + nth * step,
    step * (Math.floor(min / step) + 1),
    step * Math.floor(max / step),
    step * (Math.ceil(max / step) - 1),
    0,
    (min + max) / 2,
    min,
    max,
  ]
  return candidates.find(fits) ?? 1
}

const FORMATS: Readonly<Record<string, string>> = {
  bsonobjectid: '507f1f77bcf86cd799439011',
  byte: 'ZXhhbXBsZQ==',
  cidr: '10.0.0.0/24',
  creditcard: '4111111111111111',
  date: '2025-01-01',
  'date-time': '2025-01-01T00:00:00Z',
  datetime: '2025-01-01T00:00:00Z',
  duration: '5m',
  email: 'user@example.com',
  hexcolor: '#336699',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  isbn: '9780306406157',
  isbn10: '0306406152',
  isbn13: '9780306406157',
  'k8s-long-name': 'example.com',
  'k8s-short-name': 'example',
  mac: '02:00:5e:10:00:00',
  rgbcolor: 'rgb(51,102,153)',
  ssn: '078-05-1120',
  uri: 'https://example.com',
  uuid: '8c5e0bb0-0f6c-4b4e-9d5e-0f6c4b4e9d5e',
  uuid3: '6fa459ea-ee8a-3ca4-894e-db77e160355e',
  uuid4: '8c5e0bb0-0f6c-4b4e-9d5e-0f6c4b4e9d5e',
  uuid5: '886313e1-3b8a-5372-9b90-0c9aee199e5d',
}

function exampleString(schema: Schema, nth: number): string {
  const { format, pattern } = schema
  if (typeof format === 'string' && Object.hasOwn(FORMATS, format)) return FORMATS[format] ?? ''
  const min = count(schema.minLength)
  const max = isInteger(schema.maxLength) ? Number(schema.maxLength) : Number.POSITIVE_INFINITY
  const plain = stretch(nth === 0 ? 'example' : `example-${nth + 1}`, min, max)
  if (typeof pattern !== 'string') return plain
  for (const text of [plain, 'example', 'a', 'A', '1']) {
    if (text.length >= min && text.length <= max && matches(pattern, text)) return text
  }
  return samplePattern(pattern, min) ?? plain
}

function stretch(text: string, min: number, max: number): string {
  const long = text.length < min ? text.padEnd(Math.min(min, 10_000), 'example') : text
  return long.slice(0, Math.min(max, long.length))
}

function count(value: unknown): number {
  return isInteger(value) && value > 0 ? Number(value) : 0
}
