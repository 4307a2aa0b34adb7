import { isRecord, valueAt } from '@/lib/promise/path'
import { MAX_DEPTH } from './max-depth'
import type { Schema } from './property'

/** kratix.md 92. */
export const COLUMN_TYPES = ['string', 'integer', 'number', 'boolean', 'date'] as const
export type ColumnType = (typeof COLUMN_TYPES)[number]

/** kratix.md 92. */
export const COLUMN_FORMATS = [
  'byte',
  'date',
  'date-time',
  'double',
  'float',
  'int32',
  'int64',
  'password',
] as const

/** A new entry of `additionalPrinterColumns`. */
export interface NewColumn {
  readonly name: string
  readonly type: ColumnType
  readonly jsonPath: string
}

/**
 * What Kratix shows, but only of a version that declares no column of its own (kratix.md 2.5.4):
 * who adds a column loses these unless they are written down, too.
 */
export const KRATIX_COLUMNS: readonly NewColumn[] = [
  { name: 'message', type: 'string', jsonPath: '.status.message' },
  {
    name: 'status',
    type: 'string',
    jsonPath: '.status.conditions[?(@.type=="Reconciled")].message',
  },
]

/** What Kubernetes shows of a resource without columns; one with columns has to say it. */
export const AGE_COLUMN: NewColumn = {
  name: 'Age',
  type: 'date',
  jsonPath: '.metadata.creationTimestamp',
}

/** At most so many per version (kratix.md 93). */
export const MAX_SELECTABLE_FIELDS = 8

const SELECTABLE: readonly unknown[] = ['string', 'boolean', 'integer']

/**
 * The columns that the properties of `spec` suggest, in the order of the schema: every scalar that
 * no list or map holds, under its own name.
 * @param schema the openAPIV3Schema of a version
 */
export function columnChoices(schema: unknown): readonly NewColumn[] {
  return leaves(schema).flatMap(({ names, schema: leaf }) => {
    const type = columnType(leaf)
    const jsonPath = jsonPathOf(names)
    return type && jsonPath ? [{ name: names.at(-1) ?? '', type, jsonPath }] : []
  })
}

/**
 * The choice that is meant by what somebody typed in place of a json path: a path from the resource
 * or from `spec` without its first dot, else a name or the end of a path that is there once; if none,
 * what fits.
 */
export function columnMeant(
  text: string,
  choices: readonly NewColumn[],
): { readonly column: NewColumn } | { readonly reason: string } {
  const exact = [`.spec.${text}`, `.${text}`]
    .map((path) => choices.find(({ jsonPath }) => jsonPath === path))
    .find((one) => one !== undefined)
  const named = choices.filter(({ name }) => name === text)
  const ends =
    named.length > 0 ? named : choices.filter(({ jsonPath }) => jsonPath.endsWith(`.${text}`))
  const column = exact ?? (ends.length === 1 ? ends[0] : undefined)
  if (column) return { column }
  const close = choices.filter(({ jsonPath }) =>
    jsonPath.toLowerCase().includes(text.toLowerCase()),
  )
  const fitting = (ends.length > 0 ? ends : close).map(({ jsonPath }) => jsonPath)
  if (fitting.length === 0) {
    return { reason: `No single value is called "${text}"; a path of your own begins with ".".` }
  }
  const more = fitting.length > 3 ? ` and ${fitting.length - 3} more` : ''
  return { reason: `What fits: ${fitting.slice(0, 3).join(', ')}${more}.` }
}

/** The json paths below `spec` that requests can be selected by (kratix.md 93). */
export function selectableChoices(schema: unknown): readonly string[] {
  return leaves(schema).flatMap(({ names, schema: leaf }) =>
    // Here a path is split at its dots, and there is no escape.
    SELECTABLE.includes(leaf.type) && names.every((name) => /^[^.[\]]+$/.test(name))
      ? [`.${names.join('.')}`]
      : [],
  )
}

/** A json path as columns have it; `undefined` when a name holds what none can say. */
function jsonPathOf(names: readonly string[]): string | undefined {
  if (!names.every((name) => /^[\w.-]+$/.test(name))) return undefined
  return `.${names.map((name) => name.replaceAll('.', '\\.')).join('.')}`
}

function columnType(schema: Schema): ColumnType | undefined {
  if (schema['x-kubernetes-int-or-string'] === true) return 'string'
  const { type, format } = schema
  if (type === 'string') return format === 'date-time' || format === 'datetime' ? 'date' : 'string'
  return type === 'integer' || type === 'number' || type === 'boolean' ? type : undefined
}

interface Leaf {
  readonly names: readonly string[]
  readonly schema: Schema
}

function leaves(schema: unknown): readonly Leaf[] {
  const found: Leaf[] = []
  const visit = (here: unknown, names: readonly string[]): void => {
    if (!isRecord(here) || names.length > MAX_DEPTH) return
    if (here.type !== 'object') found.push({ names, schema: here })
    else if (isRecord(here.properties)) {
      for (const [name, child] of Object.entries(here.properties)) visit(child, [...names, name])
    }
  }
  visit(valueAt(schema, ['properties', 'spec']), ['spec'])
  return found
}
