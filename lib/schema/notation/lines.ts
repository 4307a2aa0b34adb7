import { isRecord } from '@/lib/promise/path'
import type { NewProperties } from '../new-properties'
import type { Schema } from '../property'
import { nameFault } from './name-fault'
import { type NotedProperty, readNotation } from './property'

export interface LineFault {
  /** From 0. */
  readonly line: number
  readonly message: string
}

/** What several lines say: the properties of the good ones, and what is wrong with the others. */
export interface Lines {
  readonly wanted: NewProperties
  /** How many lines give a property. */
  readonly count: number
  readonly faults: readonly LineFault[]
}

/** An object that is being read, deeper lines below it. */
interface Holder {
  readonly indent: number
  readonly properties: Map<string, Entry>
}

interface Entry {
  schema: Schema
  required: boolean
  readonly line: number
  /** Given by a line of its own, not only by a dotted name. */
  own: boolean
  readonly typed: boolean
  readonly below: Map<string, Entry>
}

/**
 * Reads a property in each line (see {@link readNotation}); lines indented further belong to the
 * object above, as do dotted names. Empty lines, and those that begin with `#`, are passed over; a
 * dash before a line is, too.
 */
export function readLines(text: string): Lines {
  const root: Holder = { indent: -1, properties: new Map() }
  const faults: LineFault[] = []
  let open: Holder[] = [root]
  let count = 0
  /** Lines below one that could not be read are not judged: indent of that line. */
  let skip = Number.POSITIVE_INFINITY
  for (const [line, raw] of text.split(/\r\n|[\r\n]/).entries()) {
    if (/^\s*(#.*)?$/.test(raw)) continue
    const indent = widthOf(/^\s*/.exec(raw)?.[0] ?? '')
    if (indent > skip) continue
    skip = Number.POSITIVE_INFINITY
    open = open.filter((one) => one.indent < indent)
    const holder = open.at(-1) ?? root
    const fault = (message: string): void => {
      faults.push({ line, message })
      skip = indent
    }
    const one = raw.trim().replace(/^[-*]\s+/, '')
    const misnamed = nameFault(one)
    if (misnamed !== undefined) {
      fault(misnamed)
      continue
    }
    const read = readNotation(one)
    if (!read.ok) {
      fault(read.reason)
      continue
    }
    const placed = place(holder, read.property, line)
    if (typeof placed === 'string') {
      fault(placed)
      continue
    }
    count++
    open.push({ indent, properties: placed.below })
  }
  return { wanted: collect(root.properties, faults), count, faults: faults.sort(byLine) }
}

const byLine = (a: LineFault, b: LineFault): number => a.line - b.line

function place(holder: Holder, property: NotedProperty, line: number): Entry | string {
  let { properties } = holder
  for (const [i, name] of property.names.entries()) {
    const known = properties.get(name)
    const last = i === property.names.length - 1
    if (!last) {
      const entry = known ?? fresh({ type: 'object', properties: {} }, line)
      properties.set(name, entry)
      properties = entry.below
      continue
    }
    if (known?.own)
      return `"${property.names.join('.')}" is there already, in line ${known.line + 1}.`
    const { schema, required, typed } = property
    const entry: Entry = {
      schema,
      required,
      line,
      own: true,
      typed,
      below: known?.below ?? new Map(),
    }
    properties.set(name, entry)
    return entry
  }
  return 'The property name is missing.'
}

function fresh(schema: Schema, line: number): Entry {
  return { schema, required: false, line, own: false, typed: false, below: new Map() }
}

function collect(entries: ReadonlyMap<string, Entry>, faults: LineFault[]): NewProperties {
  const properties: [string, Schema][] = []
  const required: string[] = []
  for (const [name, entry] of entries) {
    const schema = entry.below.size === 0 ? entry.schema : withBelow(name, entry, faults)
    properties.push([name, schema])
    if (entry.required) required.push(name)
  }
  return { properties: Object.fromEntries(properties), required }
}

/** The schema of a line with those of the lines below it, which go into its innermost object. */
function withBelow(name: string, entry: Entry, faults: LineFault[]): Schema {
  const { properties, required } = collect(entry.below, faults)
  const inside = { ...(required.length > 0 && { required }), properties }
  const fill = (schema: Schema): Schema | undefined => {
    if (isRecord(schema.items)) return refill(schema, 'items', fill(schema.items))
    if (isRecord(schema.additionalProperties)) {
      return refill(schema, 'additionalProperties', fill(schema.additionalProperties))
    }
    if (schema.type !== 'object' || schema.default !== undefined) return undefined
    return { ...without(schema, 'properties'), ...inside }
  }
  const bare = Object.keys(entry.schema).every((key) => key === 'type' || key === 'description')
  const own = entry.typed || !bare ? entry.schema : { ...entry.schema, type: 'object' }
  const filled = fill(own)
  if (filled) return filled
  const message = `"${name}" is no object, so nothing can be below it.`
  faults.push({ line: entry.line, message })
  return entry.schema
}

function refill(schema: Schema, keyword: string, inner: Schema | undefined): Schema | undefined {
  return inner && { ...schema, [keyword]: inner }
}

function without(schema: Schema, keyword: string): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== keyword))
}

/** A tab counts as two blanks: what is deeper matters, not how much. */
function widthOf(indent: string): number {
  return [...indent].reduce((sum, character) => sum + (character === '\t' ? 2 : 1), 0)
}
