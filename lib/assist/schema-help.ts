import { isRecord } from '@/lib/promise/path'
import { ANYTHING, type Field, type Help, type Suggestion } from './help'

type Schema = Readonly<Record<string, unknown>>

export interface SchemaHelpOptions {
  /** Where the schema stands, for the reader. */
  readonly source?: string
  /** Whether keys that must be there are said to be so; else all are alike. */
  readonly requirements?: boolean
}

/**
 * What is known of a value from its schema: the OpenAPI of a custom resource, or JSON Schema. What
 * alternatives allow (`anyOf`, `oneOf`) is offered together.
 */
export function schemaHelp(schema: unknown, options: SchemaHelpOptions = {}): Help {
  const parts = partsOf(schema, 0)
  if (parts.length === 0) return ANYTHING
  const first = <T>(pick: (part: Schema) => T | undefined): T | undefined => {
    for (const part of parts) {
      const found = pick(part)
      if (found !== undefined) return found
    }
    return undefined
  }
  const holds = holdsOf(parts)
  return {
    type: wordsOf(parts),
    holds,
    about: first(({ description }) => (typeof description === 'string' ? description : undefined)),
    source: options.source,
    fields: () => fieldsOf(parts, options),
    values: valuesOf(parts),
    below: (step) => {
      const next = parts.flatMap((part) => {
        const child = childOf(part, step)
        return child === undefined ? [] : [child]
      })
      if (next.length === 0) return undefined
      return schemaHelp(next.length === 1 ? next[0] : { anyOf: next }, options)
    },
  }
}

/** Nesting of alternatives that is followed. */
const MAX_ALTERNATIVES = 8

/** The schema and all that it allows, demands or offers as an alternative. */
function partsOf(schema: unknown, depth: number): readonly Schema[] {
  if (!isRecord(schema) || depth > MAX_ALTERNATIVES) return []
  const more = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => {
    const list = schema[keyword]
    return Array.isArray(list) ? list.flatMap((one) => partsOf(one, depth + 1)) : []
  })
  return [schema, ...more]
}

function childOf(schema: Schema, step: string | number): unknown {
  if (typeof step === 'number') return schema.items
  const { properties } = schema
  if (isRecord(properties) && Object.hasOwn(properties, step)) return properties[step]
  return isRecord(schema.additionalProperties) ? schema.additionalProperties : undefined
}

function fieldsOf(parts: readonly Schema[], options: SchemaHelpOptions): readonly Field[] {
  const found = new Map<string, Field>()
  const all = schemaOf(parts, options)
  for (const { properties, required } of parts) {
    if (!isRecord(properties)) continue
    for (const name of Object.keys(properties)) {
      const help = all(name)
      if (!help || found.has(name)) continue
      const must = options.requirements !== false && Array.isArray(required)
      found.set(name, { name, help, required: must && required.includes(name) })
    }
  }
  return [...found.values()]
}

function schemaOf(parts: readonly Schema[], options: SchemaHelpOptions) {
  return (name: string): Help | undefined => {
    const next = parts.map((part) => childOf(part, name)).filter((one) => one !== undefined)
    return next.length > 0
      ? schemaHelp(next.length === 1 ? next[0] : { anyOf: next }, options)
      : undefined
  }
}

function holdsOf(parts: readonly Schema[]): Help['holds'] {
  for (const { type, properties, additionalProperties, items } of parts) {
    if (type === 'object' || isRecord(properties) || isRecord(additionalProperties)) return 'map'
    if (type === 'array' || isRecord(items)) return 'list'
    if (typeof type === 'string') return 'scalar'
  }
  return parts.some(
    (part) => part['x-kubernetes-int-or-string'] === true || 'const' in part || 'enum' in part,
  )
    ? 'scalar'
    : 'any'
}

function wordsOf(parts: readonly Schema[]): string {
  const [own] = parts
  if (!own) return 'anything'
  if (own['x-kubernetes-int-or-string'] === true) return 'integer or string'
  const types = parts.flatMap(({ type }) => (typeof type === 'string' ? [type] : []))
  const [type] = types
  if (type === 'array')
    return isRecord(own.items) ? `list of ${wordsOf(partsOf(own.items, 0))}` : 'list'
  if (type === 'object') {
    if (!isRecord(own.additionalProperties)) return 'object'
    return `map of ${wordsOf(partsOf(own.additionalProperties, 0))}`
  }
  return [...new Set(types)].join(' or ') || 'anything'
}

function valuesOf(parts: readonly Schema[]): readonly Suggestion[] {
  const found = new Map<unknown, Suggestion>()
  const add = (value: unknown, about?: string) => {
    if (isSuggestible(value) && !found.has(value)) found.set(value, { value, about })
  }
  for (const part of parts) {
    if ('const' in part) add(part.const)
    if (Array.isArray(part.enum))
      for (const value of part.enum) add(value, value === part.default ? 'the default' : undefined)
    if (part.type === 'boolean')
      for (const value of [true, false])
        add(value, value === part.default ? 'the default' : undefined)
    if (part.default !== undefined) add(part.default, 'the default')
    if (part.example !== undefined) add(part.example, 'the example')
  }
  return [...found.values()]
}

function isSuggestible(value: unknown): value is Suggestion['value'] {
  return value === null || ['string', 'number', 'bigint', 'boolean'].includes(typeof value)
}
