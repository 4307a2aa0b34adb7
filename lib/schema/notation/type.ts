import type { Schema } from '../property'
import type { Cursor } from './cursor'

/** What may stand for a type, and the schema that it stands for. */
const TYPES: Readonly<Record<string, Schema>> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  object: { type: 'object', properties: {} },
  any: { 'x-kubernetes-preserve-unknown-fields': true },
  'free-form': { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
  'int-or-string': { 'x-kubernetes-int-or-string': true },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  float: { type: 'number', format: 'float' },
  double: { type: 'number', format: 'double' },
  ...Object.fromEntries(
    [
      'byte',
      'cidr',
      'date',
      'date-time',
      'duration',
      'email',
      'hostname',
      'ipv4',
      'ipv6',
      'mac',
      'password',
      'uri',
      'uuid',
    ].map((format) => [format, { type: 'string', format }]),
  ),
}

/** What people write for them elsewhere. */
const SLIPS: Readonly<Record<string, string>> = {
  int: 'integer',
  bool: 'boolean',
  str: 'string',
  text: 'string',
  map: 'map[string]',
  list: 'string[]',
  array: 'string[]',
  dict: 'map[string]',
  datetime: 'date-time',
  url: 'uri',
}

const WORDS =
  'string, integer, number, boolean, object, any, int-or-string, a format such as date-time, a list such as string[], a map such as map[string], or values such as small|large'

export type ReadType = { readonly schema: Schema } | { readonly reason: string }

/** Reads a type: a word, values with `|` between, `map[…]`, `(…)`, each with any number of `[]`. */
export function readType(cursor: Cursor): ReadType {
  const inner = readInner(cursor)
  if ('reason' in inner) return inner
  let { schema } = inner
  while (cursor.take(/\s*\[\s*\]/y) !== undefined) schema = { type: 'array', items: schema }
  return { schema }
}

function readInner(cursor: Cursor): ReadType {
  if (cursor.take(/\s*map\s*\[/y) !== undefined) return closed(cursor, ']', 'map[string]', asMap)
  if (cursor.take(/\s*\(/y) !== undefined) return closed(cursor, ')', '(small|large)[]', asIs)
  const words: (string | { readonly quoted: string })[] = []
  do {
    const quoted = cursor.quoted()
    const word = quoted === undefined ? cursor.take(/\s*[^\s|=![\](){}"]+/y)?.trim() : { quoted }
    if (word === undefined) break
    words.push(word)
  } while (cursor.take(/\s*\|\s*/y) !== undefined)
  const [only] = words
  if (only === undefined) return { reason: `The type is missing: ${WORDS}.` }
  if (words.length === 1 && typeof only === 'string') return named(only)
  return { schema: enumOf(words) }
}

const asIs = (schema: Schema): Schema => schema
const asMap = (schema: Schema): Schema => ({ type: 'object', additionalProperties: schema })

function closed(
  cursor: Cursor,
  end: string,
  example: string,
  wrap: (schema: Schema) => Schema,
): ReadType {
  const read = readType(cursor)
  if ('reason' in read) return read
  const close = cursor.take(/\s*[\])]/y)?.trim()
  if (close === end) return { schema: wrap(read.schema) }
  return { reason: `A "${end}" is missing after the type: write ${example}.` }
}

function named(word: string): ReadType {
  const schema = Object.hasOwn(TYPES, word) ? TYPES[word] : undefined
  if (schema) return { schema }
  const meant = Object.hasOwn(SLIPS, word) ? SLIPS[word] : undefined
  return {
    reason: meant ? `"${word}" is no type; write ${meant}.` : `"${word}" is no type: ${WORDS}.`,
  }
}

/** Integers when all are written as such and none in quotes; else strings. */
function enumOf(words: readonly (string | { readonly quoted: string })[]): Schema {
  const whole = words.every(
    (word) => typeof word === 'string' && /^-?(0|[1-9]\d{0,14})$/.test(word),
  )
  if (whole) return { type: 'integer', enum: [...new Set(words.map(Number))] }
  const texts = words.map((word) => (typeof word === 'string' ? word : word.quoted))
  return { type: 'string', enum: [...new Set(texts)] }
}
