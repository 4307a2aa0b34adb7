import { isRecord, valueAt } from '@/lib/promise/path'
import type { RequestedApi } from './example-request'
import { goText, wrapWords } from './go-text'
import { MAX_DEPTH } from './max-depth'
import type { Schema } from './property'
import { servedSchema } from './served-schema'

export interface ExplainOptions {
  /** The names below the resource, as `kubectl explain redises.spec.size` has them; none is all. */
  readonly field?: readonly string[]
  /** As `--recursive`: every field below in one line, without descriptions. */
  readonly recursive?: boolean
}

/**
 * What `kubectl explain` prints of a version of the API, to the last blank, tabs included. It knows
 * what the cluster and Kratix put beside the author's schema (kratix.md 2.5).
 * @returns `undefined` when there is no such field
 * @see kubectl pkg/explain/v2/templates/plaintext.tmpl
 */
export function explain(
  { group, version, kind }: RequestedApi,
  openAPIV3Schema: unknown,
  { field = [], recursive = false }: ExplainOptions = {},
): string | undefined {
  const body = output(servedSchema(openAPIV3Schema), field, recursive, 0)
  if (body === undefined) return undefined
  const head = `GROUP:      ${group}\nKIND:       ${kind}\nVERSION:    ${version}\n\n`
  return `${head}${body}\n`
}

/** Whether the explanation shows fields of the status, which are those of {@link STATUS_OF}. */
export function showsStatus({ field = [], recursive = false }: ExplainOptions): boolean {
  return field.length === 0 ? recursive : field[0] === 'status'
}

/**
 * The fields that can be asked for below the author's properties, parents first. Names with a dot
 * are left out: kubectl takes it for a step down.
 */
export function explainedFields(openAPIV3Schema: unknown): readonly (readonly string[])[] {
  const found: (readonly string[])[] = []
  const visit = (schema: Schema, names: readonly string[]): void => {
    if (names.length > MAX_DEPTH) return
    const inner = filled(schema.items) ?? filled(schema.additionalProperties)
    const { properties } = schema
    if (!isRecord(properties)) {
      if (inner) visit(inner, names)
      return
    }
    for (const name of Object.keys(properties)) {
      if (name.includes('.')) continue
      found.push([...names, name])
      visit(recordAt(properties, name), [...names, name])
    }
  }
  if (isRecord(openAPIV3Schema)) visit(openAPIV3Schema, [])
  return found
}

function output(
  schema: Schema,
  field: readonly string[],
  recursive: boolean,
  depth: number,
): string | undefined {
  if (depth > MAX_DEPTH) return undefined
  const [name, ...rest] = field
  if (name === undefined) return described(schema, recursive)
  const { properties } = schema
  if (isRecord(properties) && isRecord(valueAt(properties, [name]))) {
    const below = recordAt(properties, name)
    const found = output(below, rest, recursive, depth + 1)
    if (found === undefined || rest.length > 0) return found
    return `FIELD: ${name} <${typeName(below)}>\n${enumLines(below)}\n\n${found}`
  }
  const inner = filled(schema.items) ?? filled(schema.additionalProperties)
  if (inner) return output(inner, field, recursive, depth + 1)
  const parts = Array.isArray(schema.allOf) ? schema.allOf : []
  for (const part of parts) {
    const found = isRecord(part) ? output(part, field, recursive, depth + 1) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

function described(schema: Schema, recursive: boolean): string {
  const text = indent(4, wrapWords(description(schema) || '<empty>', 76))
  const fields = fieldList(schema, 1, recursive, 0)
  return `DESCRIPTION:\n${text}\n${fields === '' ? '' : `FIELDS:\n${fields}`}`
}

/** The descriptions of the schema and of what it is a list or a map of, a line each. */
function description(schema: Schema, depth = 0): string {
  if (depth > MAX_DEPTH) return ''
  const own = typeof schema.description === 'string' ? schema.description : ''
  const parts = Array.isArray(schema.allOf) ? schema.allOf.filter(isRecord) : []
  const below = [...parts, filled(schema.items), filled(schema.additionalProperties)]
  return [
    own === '' ? '' : `${own}\n`,
    ...below.map((one) => (one ? description(one, depth + 1) : '')),
  ].join('')
}

function fieldList(schema: Schema, level: number, recursive: boolean, depth: number): string {
  if (depth > MAX_DEPTH) return ''
  const properties = isRecord(schema.properties) ? schema.properties : {}
  const lines = Object.keys(properties)
    .sort()
    .map((name) => {
      const below = recordAt(properties, name)
      const detail = fieldDetail(schema, name, below, level, recursive)
      return recursive ? detail + fieldList(below, level + 1, true, depth + 1) : detail
    })
  const parts = Array.isArray(schema.allOf) ? schema.allOf.filter(isRecord) : []
  const more = [...parts, filled(schema.items), filled(schema.additionalProperties)]
  return [
    ...lines,
    ...more.map((one) => (one ? fieldList(one, level, recursive, depth + 1) : '')),
  ].join('')
}

function fieldDetail(
  parent: Schema,
  name: string,
  schema: Schema,
  level: number,
  short: boolean,
): string {
  const width = 2 * level
  const required = Array.isArray(parent.required) && parent.required.includes(name)
  const head = `${' '.repeat(width)}${name}\t<${typeName(schema)}>${required ? ' -required-' : ''}`
  const line = `${head}${enumInShort(schema, width)}\n`
  if (short) return line
  const text = typeof schema.description === 'string' ? schema.description : ''
  return `${line}${indent(width + 2, wrapWords(text || '<no description>', 78 - width))}\n\n`
}

/** `string`, `[]Object`, `map[string]integer`. */
function typeName(schema: Schema, depth = 0): string {
  if (depth > MAX_DEPTH) return 'Object'
  const { allOf, type, properties } = schema
  const items = filled(schema.items)
  if (items) return `[]${typeName(items, depth + 1)}`
  const values = filled(schema.additionalProperties)
  if (values) return `map[string]${typeName(values, depth + 1)}`
  if (Array.isArray(allOf) && allOf.length === 1 && !filled(properties) && isRecord(allOf[0])) {
    return typeName(allOf[0], depth + 1)
  }
  if (typeof schema.explainAs === 'string') return schema.explainAs
  return typeof type === 'string' && type !== '' && type !== 'object' ? type : 'Object'
}

const SHOWN = 4

function enumInShort(schema: Schema, width: number): string {
  const values = Array.isArray(schema.enum) ? schema.enum : []
  if (values.length === 0) return ''
  const shown = values.slice(0, SHOWN).map(enumText).join(', ')
  return `\n${' '.repeat(width)}enum: ${shown}${values.length > SHOWN ? ', ....' : ''}`
}

function enumLines(schema: Schema): string {
  const values = Array.isArray(schema.enum) ? schema.enum : []
  if (values.length === 0) return ''
  return `ENUM:${values.map((value) => `\n    ${enumText(value)}`).join('')}`
}

function enumText(value: unknown): string {
  return value === '' ? '""' : goText(value)
}

/** A schema that says something: an empty one counts as none. */
function filled(schema: unknown): Schema | undefined {
  return isRecord(schema) && Object.keys(schema).length > 0 ? schema : undefined
}

function recordAt(record: Schema, key: string): Schema {
  const value = valueAt(record, [key])
  return isRecord(value) ? value : {}
}

function indent(by: number, text: string): string {
  return text
    .split('\n')
    .map((line) => ' '.repeat(by) + line)
    .join('\n')
}
