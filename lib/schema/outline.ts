import { pathToString } from '@/lib/promise/path'
import { MAX_DEPTH } from './max-depth'
import { show } from './misfit'
import { type Addition, type NewProperties, propertiesIn } from './new-properties'
import type { Schema } from './property'
import { shapeOf, typeLabel } from './shape'

/** A property in a list of what a schema holds. */
export interface OutlineRow {
  readonly names: readonly string[]
  readonly depth: number
  readonly type: string
  readonly required: boolean
  readonly schema: Schema
  /** Default and conditions in short: `= 1, >0..9, /^a/, nullable`. */
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

/** The rows that `additions` bring: each of them with all that is below it. */
export function addedRows(
  rows: readonly OutlineRow[],
  additions: readonly Addition[],
): readonly OutlineRow[] {
  const added = new Set(additions.map(({ names }) => pathToString(names)))
  return rows.filter(({ names }) =>
    names.some((_, i) => added.has(pathToString(names.slice(0, i + 1)))),
  )
}

function factsOf(schema: Schema, inner: Schema): string {
  const facts: string[] = []
  if (schema.default !== undefined) facts.push(`= ${short(schema.default)}`)
  if (Array.isArray(inner.enum)) facts.push(inner.enum.map(short).join(' | '))
  for (const one of new Set([schema, inner])) {
    facts.push(
      ...range(
        edge(one.minimum, one.exclusiveMinimum === true ? '>' : ''),
        edge(one.maximum, one.exclusiveMaximum === true ? '<' : ''),
      ),
      ...range(edge(one.minLength), edge(one.maxLength), ' characters'),
      ...range(edge(one.minItems), edge(one.maxItems), ' items'),
      ...range(edge(one.minProperties), edge(one.maxProperties), ' keys'),
    )
  }
  if (typeof inner.pattern === 'string') facts.push(`/${inner.pattern}/`)
  if (typeof inner.format === 'string') facts.push(inner.format)
  if (schema.nullable === true) facts.push('nullable')
  return facts.join(', ')
}

function range(low: string, high: string, unit = ''): readonly string[] {
  return low === '' && high === '' ? [] : [`${low}..${high}${unit}`]
}

/** A bound with the sign of one that is itself outside; '' when there is none. */
function edge(bound: unknown, sign = ''): string {
  return bound === undefined ? '' : `${sign}${short(bound)}`
}

function short(value: unknown): string {
  return typeof value === 'string' && value !== '' && !/\s/.test(value) ? value : show(value)
}
