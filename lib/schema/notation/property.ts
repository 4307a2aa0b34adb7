import { checkPropertyName } from '@/lib/promise/names'
import { misfit } from '../misfit'
import { parseDefault } from '../parse-default'
import type { Schema } from '../property'
import { Cursor } from './cursor'
import { type Options, readOptions, withOptions } from './options'
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
 * Otherwise one sentence says what is wrong.
 */
export function readNotation(text: string): Read {
  const cursor = new Cursor(text.trim())
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

/** A default ends where the rest of the line can be read as options; else it takes all of it. */
function withDefault(cursor: Cursor, schema: Schema): Made {
  const text = cursor.rest
  let fault: string | undefined
  for (const { index: end } of text.matchAll(/\s+|$/g)) {
    const given = readDefault(text.slice(0, end).trim(), schema)
    if (!given) continue
    const options = readOptions(text.slice(end))
    if ('reason' in options) fault ??= options.reason
    else if (!('reason' in given)) return made(schema, options, given)
    else return { reason: fault ?? given.reason }
  }
  return { reason: `The default ${text.trim()} has no end.` }
}

/** `undefined` while quotes or brackets are open. */
function readDefault(
  word: string,
  schema: Schema,
): { readonly value: unknown } | { readonly reason: string } | undefined {
  if (word.startsWith('"')) {
    const cursor = new Cursor(word)
    const text = cursor.quoted()
    return text === undefined || cursor.rest !== '' ? undefined : { value: text }
  }
  const { type } = schema
  if (type === 'string' || type === 'integer' || type === 'number' || type === 'boolean') {
    const read = parseDefault(word, type)
    return read.ok ? { value: read.value } : { reason: read.reason }
  }
  const read = parseDefault(word, type === 'array' ? 'list' : 'other')
  if (read.ok) return { value: read.value }
  if (/^[[{]/.test(word)) return undefined
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
