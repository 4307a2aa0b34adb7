import { isRecord, valueAt } from '@/lib/promise/path'
import { count, exampleNumber, exampleString } from './example-values'
import { MAX_DEPTH } from './max-depth'
import { equal, misfit } from './misfit'
import type { Schema } from './property'

const MAX_ITEMS = 20
/** An example of everything ends after so many properties: nobody reads on. */
const MAX_PROPERTIES = 2_000

/**
 * How much an example says: `minimal` what is required, `usual` what has a default as well, `full`
 * every property, with an item in each list and an entry in each map.
 */
export type Extent = 'minimal' | 'usual' | 'full'

/** An example of the `spec` of a request; `undefined` when the API does not describe one. */
export function exampleSpec(openAPIV3Schema: unknown): unknown {
  const spec = valueAt(openAPIV3Schema, ['properties', 'spec'])
  return isRecord(spec) ? exampleFor(spec) : undefined
}

/**
 * A value that fits `schema` as far as this can be told: the default, else the first value of an
 * enum, else the simplest value within bounds, pattern and format. Objects hold what is required
 * and, by `extent`, more. The same schema always gives the same example.
 */
export function exampleFor(schema: unknown, extent: Extent = 'usual'): unknown {
  return new Writer(extent).value(schema, 0, 0)
}

class Writer {
  #properties = 0

  constructor(private readonly extent: Extent) {}

  /** `nth` tells the items of an array apart, which may have to be unique. */
  value(schema: unknown, depth: number, nth: number): unknown {
    if (!isRecord(schema) || depth > MAX_DEPTH) return {}
    for (const given of [schema.default, schema.example]) {
      // A default of {} says nothing; its children say more, and all of them in another extent.
      if (given === undefined || equal(given, {}) || this.#saysOtherwise(given)) continue
      if (!misfit(schema, given)) return given
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
      case 'array':
        return this.#list(schema, depth)
      default:
        return this.#object(schema, depth, nth)
    }
  }

  /** A default or an example with parts says as much as its author liked. */
  #saysOtherwise(given: unknown): boolean {
    return this.extent !== 'usual' && typeof given === 'object' && given !== null
  }

  #list(schema: Schema, depth: number): unknown {
    const least = Math.min(count(schema.minItems), MAX_ITEMS)
    const length = this.#full && !isZero(schema.maxItems) ? Math.max(least, 1) : least
    return Array.from({ length }, (_, i) => this.value(schema.items, depth + 1, i))
  }

  #object(schema: Schema, depth: number, nth: number): unknown {
    const properties = isRecord(schema.properties) ? schema.properties : {}
    const required = new Set(requiredNames(schema))
    const names = Object.keys(properties)
    const wanted = new Set(names.filter((name) => this.#wants(name, properties, required, depth)))
    const least = Math.min(count(schema.minProperties), names.length + MAX_ITEMS)
    for (const name of names) if (wanted.size < least) wanted.add(name)
    const entries = embedded(schema)
    for (const name of names) {
      if (wanted.has(name)) entries.push([name, this.value(properties[name], depth + 1, nth)])
    }
    if (isRecord(schema.additionalProperties)) {
      const some = this.#full && !isZero(schema.maxProperties) && entries.length === 0 ? 1 : 0
      const missing = Math.max(some, Math.min(least, MAX_ITEMS) - entries.length)
      for (let i = 0; i < missing; i++) {
        entries.push([`key${i + 1}`, this.value(schema.additionalProperties, depth + 1, i)])
      }
    }
    return Object.fromEntries(entries)
  }

  #wants(name: string, properties: Schema, required: ReadonlySet<unknown>, depth: number): boolean {
    if (required.has(name)) return true
    if (this.extent === 'usual') return saysSomething(properties[name], depth)
    return this.#full && this.#properties++ < MAX_PROPERTIES
  }

  get #full(): boolean {
    return this.extent === 'full'
  }
}

/** What every object of Kubernetes within an object needs (kratix.md 78). */
function embedded(schema: Schema): [string, unknown][] {
  if (schema['x-kubernetes-embedded-resource'] !== true) return []
  return [
    ['apiVersion', 'v1'],
    ['kind', 'ConfigMap'],
    ['metadata', { name: 'example' }],
  ]
}

function isZero(value: unknown): boolean {
  return value === 0 || value === 0n
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
