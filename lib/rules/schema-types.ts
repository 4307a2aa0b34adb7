import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isRecord, type Path } from '@/lib/promise/path'
import { show } from '@/lib/schema/misfit'
import type { Schema } from '@/lib/schema/property'
import { type SchemaNode, walkSchema } from '@/lib/schema/walk'
import type { Finding, Rule } from './rule'

const TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string']

/** kratix.md 54-58: every property and item has one of the six types, and arrays have items. */
export const schemaTypes: Rule = {
  id: 'schema-types',
  check({ promise: { api } }, report) {
    for (const { schema, schemaPath } of api?.versions ?? []) {
      for (const node of walkSchema(schema, schemaPath)) {
        const message = node.parent && typeFault(node)
        if (message) report({ severity: 'error', message, at: typePlace(node), ...typeCure(node) })
        const items = itemsFault(node)
        if (items) report({ severity: 'error', message: items, at: [...node.path, 'items'] })
        for (const name of notSchemas(node)) {
          const at = [...node.path, 'properties', name]
          report({ severity: 'error', message: `The property "${name}" has no schema.`, at })
        }
      }
    }
  },
}

function typeFault(node: SchemaNode): string | undefined {
  const { type, nullable } = node.schema
  const what = nameOf(node)
  if (type === undefined || type === '') {
    const open =
      node.schema['x-kubernetes-int-or-string'] === true ||
      node.schema['x-kubernetes-preserve-unknown-fields'] === true
    return open ? undefined : `${what} has no type.`
  }
  if (typeof type === 'string' && TYPES.includes(type)) return undefined
  const instead = type === 'null' && nullable !== true ? 'use "nullable: true" instead' : ''
  return `${what} has the type ${show(type)}; ${instead || `the types are ${TYPES.join(', ')}`}.`
}

/** What other languages call the types. */
const WORDS: Readonly<Record<string, string>> = {
  int: 'integer',
  long: 'integer',
  float: 'number',
  double: 'number',
  decimal: 'number',
  bool: 'boolean',
  str: 'string',
  text: 'string',
  list: 'array',
  map: 'object',
  dict: 'object',
  struct: 'object',
}

/** The type in another case is certainly meant so; else what may be meant, likeliest first. */
function typeCure({ schema, path }: SchemaNode): Pick<Finding, 'fix' | 'suggestions'> {
  const { type } = schema
  const at = [...path, 'type']
  const set = (one: string) => setField(PROMISE_FILE, at, one, `Set type ${one}`)
  const word = typeof type === 'string' ? type.toLowerCase() : ''
  if (TYPES.includes(word) && word !== 'array') return { fix: set(word) }
  const likely = Object.hasOwn(WORDS, word) ? WORDS[word] : likelyType(schema)
  const others = TYPES.filter((one) => one !== likely && one !== 'array')
  // An array needs items, too.
  const first = likely === undefined || likely === 'array' ? [] : [likely]
  return { suggestions: [...first, ...others].map(set) }
}

/** The type of what the schema says else. */
function likelyType({ properties, enum: values, default: value }: Schema): string | undefined {
  if (isRecord(properties)) return 'object'
  const example = value ?? (Array.isArray(values) ? values[0] : undefined)
  if (typeof example === 'boolean' || typeof example === 'string') return typeof example
  if (typeof example === 'number') return Number.isInteger(example) ? 'integer' : 'number'
  return 'string'
}

function itemsFault(node: SchemaNode): string | undefined {
  const { type, items } = node.schema
  if (type !== 'array' || isRecord(items)) return undefined
  const why = items === undefined ? 'is an array without items' : 'needs one schema for all items'
  return `${nameOf(node)} ${why}.`
}

function notSchemas({ schema }: SchemaNode): readonly string[] {
  if (!isRecord(schema.properties)) return []
  return Object.entries(schema.properties).flatMap(([name, child]) =>
    isRecord(child) ? [] : [name],
  )
}

function typePlace({ schema, path }: SchemaNode): Path {
  return schema.type === undefined ? path : [...path, 'type']
}

/** The node in a sentence: the property, or what lies below it. */
export function nameOf({ path, as }: SchemaNode): string {
  if (as === 'properties') return `The property "${path.at(-1)}"`
  if (as === undefined) return 'The schema'
  const holder = path.findLast((_, i) => path[i - 1] === 'properties')
  const what = as === 'items' ? 'Each item' : 'Each value'
  return holder === undefined ? what : `${what} of "${holder}"`
}

/** {@link nameOf} inside a sentence: its own first letter is small, those of a property stay. */
export function nameWithin(node: SchemaNode): string {
  const name = nameOf(node)
  return name.slice(0, 1).toLowerCase() + name.slice(1)
}
