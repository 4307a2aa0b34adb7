import { MAX_DEPTH } from './max-depth'
import { show } from './misfit'
import { type NewProperties, propertiesIn } from './new-properties'
import type { Schema } from './property'
import { shapeOf, typeLabel } from './shape'

/** A property in a list of what a schema holds. */
export interface OutlineRow {
  readonly names: readonly string[]
  readonly depth: number
  readonly type: string
  readonly required: boolean
  readonly schema: Schema
  /** Default and conditions in short: `= 1, 1..9, /^a/`. */
  readonly facts: string
}

/** All properties with those below them, also in the items of lists and the values of maps. */
export function outlineOf(wanted: NewProperties): readonly OutlineRow[] {
  const rows: OutlineRow[] = []
  add(wanted, [], rows)
  return rows
}

function add(wanted: NewProperties, above: readonly string[], rows: OutlineRow[]): void {
  if (above.length >= MAX_DEPTH) return
  const required = new Set(wanted.required)
  for (const [name, schema] of Object.entries(wanted.properties)) {
    const names = [...above, name]
    const shape = shapeOf(schema)
    const inner = shape.element.schema
    rows.push({
      names,
      depth: above.length,
      type: typeLabel(shape),
      required: required.has(name),
      schema,
      facts: factsOf(schema, inner),
    })
    add(propertiesIn(inner), names, rows)
  }
}

function factsOf(schema: Schema, inner: Schema): string {
  const facts: string[] = []
  if (schema.default !== undefined) facts.push(`= ${short(schema.default)}`)
  if (Array.isArray(inner.enum)) facts.push(inner.enum.map(short).join(' | '))
  for (const one of new Set([schema, inner])) {
    facts.push(
      ...range(one.minimum, one.maximum, ''),
      ...range(one.minLength, one.maxLength, ' characters'),
      ...range(one.minItems, one.maxItems, ' items'),
      ...range(one.minProperties, one.maxProperties, ' keys'),
    )
  }
  if (typeof inner.pattern === 'string') facts.push(`/${inner.pattern}/`)
  if (typeof inner.format === 'string') facts.push(inner.format)
  return facts.join(', ')
}

function range(low: unknown, high: unknown, unit: string): readonly string[] {
  if (low === undefined && high === undefined) return []
  return [`${low === undefined ? '' : short(low)}..${high === undefined ? '' : short(high)}${unit}`]
}

function short(value: unknown): string {
  return typeof value === 'string' && value !== '' && !/\s/.test(value) ? value : show(value)
}
