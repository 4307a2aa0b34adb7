import { isRecord } from '@/lib/promise/path'
import { parseYaml, type YamlDocument } from '@/lib/yaml/document'
import { jsonText } from './json-text'
import { show } from './misfit'
import { type Parsed, parseDefault } from './parse-default'
import type { Schema } from './property'
import { type ValueKind, valueKind } from './value-kind'

/** Kinds whose values are typed on one line; others are written as YAML. */
export function isOneLine(kind: ValueKind): boolean {
  return kind !== 'array' && kind !== 'object' && kind !== 'any'
}

/**
 * What a text typed into a field means as a value of `schema`: strings as they are (`""` is the
 * empty one), numbers and booleans by their words, an integer or string by its looks (quotes make a string of digits),
 * everything else as YAML. Otherwise one sentence says why not.
 */
export function readValueText(text: string, schema: Schema): Parsed {
  const kind = valueKind(schema)
  if (kind === 'string' && QUOTES.includes(text)) {
    return { ok: true, value: text === '""' ? '' : '""' }
  }
  if (kind === 'int-or-string') return readIntOrString(text)
  if (kind === 'string' || kind === 'integer' || kind === 'number' || kind === 'boolean') {
    return parseDefault(text, kind)
  }
  const read = readYaml(text)
  if (!read.ok || kind === 'any' || read.value === null) return read
  if (kind === 'array' && !Array.isArray(read.value)) {
    return { ok: false, reason: `${show(read.value)} is not a list: begin items with "- ".` }
  }
  if (kind === 'object' && !isRecord(read.value)) {
    return { ok: false, reason: `${show(read.value)} is not an object: write "key: value".` }
  }
  return read
}

/** A value as the one line that {@link readValueText} reads back. */
export function valueText(value: unknown, schema: Schema): string {
  if (value === undefined) return ''
  if (typeof value === 'object' && value !== null) return jsonText(value)
  if (typeof value !== 'string') return String(value)
  if (value === '' || value === '""') return JSON.stringify(value)
  const looksOther = INTEGER.test(value.trim()) || QUOTED.test(value)
  return valueKind(schema) === 'int-or-string' && looksOther ? JSON.stringify(value) : value
}

/** How a text field, in which nothing means nothing, says the empty text and two quotes. */
const QUOTES: readonly string[] = ['""', JSON.stringify('""')]
const INTEGER = /^[+-]?\d+$/
const QUOTED = /^".*"$/s

function readIntOrString(text: string): Parsed {
  if (INTEGER.test(text.trim())) return parseDefault(text, 'integer')
  if (!QUOTED.test(text)) return { ok: true, value: text }
  const read = readYaml(text)
  return read.ok && typeof read.value === 'string' ? read : { ok: true, value: text }
}

/**
 * One YAML value as the cluster reads it; a fault names its line. The text need not end with a line
 * break: where it goes one follows.
 */
export function readYaml(text: string): Parsed {
  const read = readDocument(text)
  return read.ok ? { ok: true, value: read.document.value() } : read
}

/** As {@link readYaml}, with where each part of the value stands. */
export function readDocument(
  text: string,
): { readonly ok: true; readonly document: YamlDocument } | Extract<Parsed, { ok: false }> {
  const documents = parseYaml(text.endsWith('\n') ? text : `${text}\n`)
  const [document] = documents
  if (!document || documents.length > 1)
    return { ok: false, reason: 'Write one value, without "---".' }
  const problem = document.problems.find(({ severity }) => severity === 'error')
  if (problem) {
    const line = text.slice(0, problem.range.from).split('\n').length
    return { ok: false, reason: `Line ${line}: ${problem.message}` }
  }
  if (document.broken) return { ok: false, reason: 'This is no YAML.' }
  return { ok: true, document }
}
