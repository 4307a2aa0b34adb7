import { isRecord } from '@/lib/promise/path'
import { isInteger, isNumber } from './misfit'
import { type NewProperties, propertiesIn } from './new-properties'
import { OPEN } from './open-schema'
import type { Schema } from './property'

/** Deeper samples are left open. */
const DEEPEST = 24

/**
 * The properties that samples have: of a `spec`, or of whole requests, whose `spec` it is. What
 * every sample holds is required, unless it is null or an empty list everywhere; each value has the type that all samples of it share. Strings
 * that look like dates are dates; an integer beside a number is a number, beside a string either.
 */
export function fromSamples(samples: readonly unknown[]): NewProperties {
  const specs = samples.map(specOf).filter(isRecord)
  return specs.length === 0 ? { properties: {}, required: [] } : propertiesIn(inferred(specs, 0))
}

/** The `spec` of a Kubernetes object, else the sample as it is. */
function specOf(sample: unknown): unknown {
  if (!isRecord(sample)) return sample
  const whole = typeof sample.apiVersion === 'string' && typeof sample.kind === 'string'
  return whole ? (sample.spec ?? {}) : sample
}

type Kind = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object'

function inferred(values: readonly unknown[], depth: number): Schema {
  if (depth > DEEPEST) return OPEN
  const kinds = new Set(values.map(kindOf))
  const nullable = kinds.delete('null') ? { nullable: true } : {}
  const real = values.filter((value) => value !== null)
  const [kind] = kinds
  if (kind === undefined) return { ...OPEN }
  if (kinds.size > 1) {
    const all = [...kinds]
    if (all.every((one) => one === 'integer' || one === 'number'))
      return { type: 'number', ...nullable }
    if (all.every((one) => one === 'integer' || one === 'string')) {
      return { ...nullable, 'x-kubernetes-int-or-string': true }
    }
    return OPEN
  }
  switch (kind) {
    case 'object':
      return { ...object(real.filter(isRecord), depth), ...nullable }
    case 'array': {
      const items = real.flatMap((value) => (Array.isArray(value) ? value : []))
      return {
        type: 'array',
        ...nullable,
        items: items.length > 0 ? inferred(items, depth + 1) : OPEN,
      }
    }
    case 'string':
      return { type: 'string', ...format(real), ...nullable }
    default:
      return { type: kind, ...nullable }
  }
}

function object(values: readonly Readonly<Record<string, unknown>>[], depth: number): Schema {
  const names = [...new Set(values.flatMap((value) => Object.keys(value)))].filter(Boolean)
  if (names.length === 0) return { type: 'object', ...OPEN }
  const required = names.filter(
    (name) =>
      values.every((value) => Object.hasOwn(value, name)) &&
      values.some((value) => saysMuch(value[name])),
  )
  const properties = names.map((name) => {
    const own = values.filter((value) => Object.hasOwn(value, name)).map((value) => value[name])
    return [name, inferred(own, depth + 1)]
  })
  return {
    type: 'object',
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(properties),
  }
}

/** False for what stands in a sample only to show that nothing has to be there. */
function saysMuch(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined
}

function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return 'array'
  if (isNumber(value)) return isInteger(value) ? 'integer' : 'number'
  if (typeof value === 'boolean') return 'boolean'
  return isRecord(value) ? 'object' : 'string'
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

function format(values: readonly unknown[]): Schema {
  const dates = values.every((value) => typeof value === 'string' && DATE_TIME.test(value))
  return dates ? { format: 'date-time' } : {}
}
