import { isRecord, valueAt } from '@/lib/promise/path'
import { count, exampleNumber, exampleString } from './example-values'
import { MAX_DEPTH } from './max-depth'
import { equal, misfit } from './misfit'
import { nodesIn } from './nodes-in'
import type { Schema } from './property'
import { requiredNames } from './required-names'

const MAX_ITEMS = 20
/** An example of everything ends after so many properties: nobody reads on. */
const MAX_PROPERTIES = 2_000
/** An example that needs more values than this, all in all, is none. */
const MAX_NODES = 10_000

/** Why there is no example; ends a sentence that begins with the value. */
export const TOO_LARGE = `needs more than ${MAX_NODES.toLocaleString('en')} values`

/**
 * How much an example says: `minimal` what is required, `usual` what has a default as well, `full`
 * every property, with an item in each list and an entry in each map.
 */
export type Extent = 'minimal' | 'usual' | 'full'

/** An example of the `spec` of a request; `undefined` when the API describes none, or too large a one. */
export function exampleSpec(openAPIV3Schema: unknown): unknown {
  const spec = valueAt(openAPIV3Schema, ['properties', 'spec'])
  return isRecord(spec) ? exampleFor(spec) : undefined
}

/**
 * A value that fits `schema` as far as this can be told: the default, else the first value of an
 * enum, else the simplest value within bounds, pattern and format. Objects hold what is required
 * and, by `extent`, more. The same schema always gives the same example; `undefined` when it
 * {@link TOO_LARGE needs too many values}.
 */
export function exampleFor(schema: unknown, extent: Extent = 'usual'): unknown {
  try {
    return new Writer(extent).value(schema, 0, 0)
  } catch (error) {
    if (error instanceof TooLarge) return undefined
    throw error
  }
}

class TooLarge extends Error {}

class Writer {
  #properties = 0
  #nodes = 0
  /** Schemas of items come again for each item. */
  readonly #choices = new Map<Schema, readonly unknown[]>()
  readonly #says = new Map<unknown, boolean>()

  constructor(private readonly extent: Extent) {}

  /** `nth` tells the items of an array apart, which may have to be unique. */
  value(schema: unknown, depth: number, nth: number): unknown {
    this.#spend(1)
    if (!isRecord(schema) || depth > MAX_DEPTH) return {}
    for (const given of [schema.default, schema.example]) {
      // A default of {} says nothing; its children say more, and all of them in another extent.
      if (given === undefined || equal(given, {}) || this.#saysOtherwise(given)) continue
      this.#spend(nodesIn(given, MAX_NODES))
      if (!misfit(schema, given)) return given
    }
    if (Array.isArray(schema.enum)) {
      const fitting = this.#choices.get(schema) ?? choicesOf(schema, schema.enum)
      this.#choices.set(schema, fitting)
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

  #spend(nodes: number): void {
    this.#nodes += nodes
    if (this.#nodes > MAX_NODES) throw new TooLarge()
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
    const required = new Set(demandedNames(schema))
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
    if (this.extent === 'usual') return this.#saysSomething(properties[name], depth)
    return this.#full && this.#properties++ < MAX_PROPERTIES
  }

  #saysSomething(schema: unknown, depth: number): boolean {
    const says = this.#says.get(schema) ?? saysSomething(schema, depth)
    this.#says.set(schema, says)
    return says
  }

  get #full(): boolean {
    return this.extent === 'full'
  }
}

function choicesOf(schema: Schema, values: readonly unknown[]): readonly unknown[] {
  return values.filter((value) => value !== null && !misfit(schema, value))
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
function demandedNames(schema: Schema): readonly string[] {
  const branches = [
    schema,
    ...(Array.isArray(schema.allOf) ? schema.allOf : []),
    valueAt(schema, ['anyOf', 0]),
    valueAt(schema, ['oneOf', 0]),
  ]
  return branches.flatMap(requiredNames)
}

/** True when the API server would fill the property in, or some property below it. */
function saysSomething(schema: unknown, depth: number): boolean {
  if (!isRecord(schema) || depth > MAX_DEPTH) return false
  if (schema.default !== undefined) return true
  // An optional object that needs nothing else is shown for the sake of the defaults in it.
  if (!isRecord(schema.properties) || demandedNames(schema).length > 0) return false
  return Object.values(schema.properties).some((child) => saysSomething(child, depth + 1))
}
