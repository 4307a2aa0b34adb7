import { checkPropertyName } from '@/lib/promise/names'
import { misfit } from '../misfit'
import { parseDefault } from '../parse-default'
import type { Schema } from '../property'
import { Cursor } from './cursor'
import { type Options, readOptions, whereOptionsBegin, withOptions } from './options'
import { readType } from './type'

/** A property in short. */
export interface NotedProperty {
  /** Names from the object that gets it: `db.port` gives two. */
  readonly names: readonly [string, ...string[]]
  /** A structural schema, as a CRD holds it. */
  readonly schema: Schema
  readonly required: boolean
  /** False when the line only gives a name: lines below it may make an object of it. */
  readonly typed: boolean
}

export type Read =
  | { readonly ok: true; readonly property: NotedProperty }
  | { readonly ok: false; readonly reason: string }

/** A longer line, in characters, is no shorthand any more. */
export const MAX_LINE = 2_000
const TOO_LONG = `The line is longer than ${MAX_LINE.toLocaleString('en')} characters: such a property is written as YAML.`

/**
 * Reads the notation of the `kratix` command line, `name:type`, and beyond, in this order:
 *
 * - `name`, `db.port` (nested), `"a.b"` (a name in quotes), each with `!` when it is required;
 * - `:type`: string (also when there is none), integer, number, boolean, object, any, a format such
 *   as `date-time`, values such as `small|large`, and lists and maps of them: `string[]`,
 *   `map[integer]`, `(small|large)[]`;
 * - `=default`, as a word, in quotes, or as JSON;
 * - bounds `1..9`, `1..`, `>0`; a pattern `/^[a-z]+$/`; a description `"in quotes"`; `!`.
 *
 * Otherwise, and of a line of more than {@link MAX_LINE} characters, one sentence says what is wrong.
 */
export function readNotation(text: string): Read {
  const line = text.trim()
  if (line.length > MAX_LINE) return no(TOO_LONG)
  const cursor = new Cursor(line)
  const names = readNames(cursor)
  if ('reason' in names) return no(names.reason)
  let required = cursor.take(/!/y) !== undefined
  const colon = cursor.take(/\s*:/y) !== undefined
  if (colon && /^\s*!?\s*$/.test(cursor.rest)) {
    required ||= cursor.rest.includes('!')
    const schema = { type: 'object', properties: {} }
    return { ok: true, property: { names: names.list, schema, required, typed: false } }
  }
  const type = colon ? readType(cursor) : { schema: { type: 'string' } }
  if ('reason' in type) return no(type.reason)
  if (colon && cursor.take(/!/y) !== undefined) required = true
  const rest =
    cursor.take(/\s*=/y) === undefined
      ? optionsOf(cursor, type.schema)
      : withDefault(cursor, type.schema)
  if ('reason' in rest) return no(rest.reason)
  const { schema } = rest
  required ||= rest.required
  return { ok: true, property: { names: names.list, schema, required, typed: colon } }
}

function readNames(
  cursor: Cursor,
): { readonly list: readonly [string, ...string[]] } | { readonly reason: string } {
  const list: string[] = []
  do {
    const name = cursor.quoted() ?? cursor.take(/\s*[^\s.:=!"]+/y)?.trim() ?? ''
    const fault = checkPropertyName(name)
    if (fault) return { reason: fault }
    list.push(name)
  } while (cursor.take(/\s*\.\s*/y) !== undefined)
  const [first = '', ...more] = list
  return { list: [first, ...more] }
}

type Made = { readonly schema: Schema; readonly required: boolean } | { readonly reason: string }

function optionsOf(cursor: Cursor, schema: Schema): Made {
  if (cursor.rest !== '' && !/^[\s!]/.test(cursor.rest)) {
    return { reason: `"${cursor.rest}" is not understood here.` }
  }
  const options = readOptions(cursor.rest)
  return 'reason' in options ? options : made(schema, options, undefined)
}

/**
 * A default in quotes or in brackets ends with these, a number or a boolean with the word; a plain
 * text where the rest of the line is options.
 */
function withDefault(cursor: Cursor, schema: Schema): Made {
  cursor.take(/\s+(?=["[{])/y)
  const end = defaultEnd(cursor.rest, schema)
  if (end === undefined) return { reason: `The default ${cursor.rest.trim()} has no end.` }
  const given = readDefault(cursor.rest.slice(0, end).trim(), schema)
  const options = readOptions(cursor.rest.slice(end))
  if ('reason' in options) return options
  return 'reason' in given ? given : made(schema, options, given)
}

/** Where the default at the beginning of the text ends; `undefined` while something is open. */
function defaultEnd(text: string, schema: Schema): number | undefined {
  const { type } = schema
  if (text.startsWith('"')) {
    const cursor = new Cursor(text)
    return cursor.quoted() !== undefined && /^(\s|$)/.test(cursor.rest) ? cursor.at : undefined
  }
  if (type === 'string') return whereOptionsBegin(text)
  const scalar = type === 'integer' || type === 'number' || type === 'boolean'
  if (!scalar && /^[[{]/.test(text)) return bracketsEnd(text)
  if (schema['x-kubernetes-int-or-string'] === true) return whereOptionsBegin(text)
  return /^\s*\S*/.exec(text)?.[0].length
}

/** Where the bracket that the text begins with is closed; one in quotes is none. */
function bracketsEnd(text: string): number | undefined {
  let depth = 0
  for (const { 0: found, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (found === '[' || found === '{') depth++
    else if (found === ']' || found === '}') depth--
    if (depth === 0) return index + found.length
  }
  return undefined
}

function readDefault(
  word: string,
  schema: Schema,
): { readonly value: unknown } | { readonly reason: string } {
  if (word.startsWith('"')) return { value: new Cursor(word).quoted() }
  const { type } = schema
  if (type === 'string' || type === 'integer' || type === 'number' || type === 'boolean') {
    const read = parseDefault(word, type)
    return read.ok ? { value: read.value } : { reason: read.reason }
  }
  const read = parseDefault(word, type === 'array' ? 'list' : 'other')
  if (read.ok) return { value: read.value }
  return schema['x-kubernetes-int-or-string'] === true
    ? { value: word }
    : { reason: `${read.reason} Write it as JSON.` }
}

function made(
  schema: Schema,
  options: Options,
  given: { readonly value: unknown } | undefined,
): Made {
  const built = withOptions(schema, options)
  if ('reason' in built) return built
  const { required, description } = options
  const { type, format, ...others } = built.schema
  const whole: Schema = {
    ...(type === undefined ? {} : { type }),
    ...(format === undefined ? {} : { format }),
    ...(description === undefined ? {} : { description }),
    ...(given ? { default: given.value } : {}),
    ...others,
  }
  const wrong = given && misfit(built.schema, given.value)
  if (wrong) return { reason: `The default ${wrong.reason}.` }
  const changed = given !== undefined || description !== undefined || built.schema !== schema
  return { schema: changed ? whole : schema, required }
}

function no(reason: string): Read {
  return { ok: false, reason }
}
