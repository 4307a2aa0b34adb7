import { isRecord } from '@/lib/promise/path'
import { jsonText } from './json-text'
import { equal, show } from './misfit'
import { parseJson } from './parse-json'
import type { PropertyTypeId, ScalarTypeId } from './property'

export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: string }

/** What a type needs besides its name; a `Property` is one. */
export interface DefaultOptions {
  readonly itemType?: ScalarTypeId | undefined
  readonly enum?: readonly unknown[]
}

/**
 * What a text typed as default means for a type: strings as they are, numbers and booleans by
 * their words, an enum by its values, an integer or string as the integer that it may be, lists,
 * maps and objects as JSON, with integers of any size. Otherwise one sentence says why
 * not. That an empty text means "no default" is for the caller to decide.
 */
export function parseDefault(
  text: string,
  type: PropertyTypeId,
  options: DefaultOptions = {},
): Parsed {
  if (type === 'enum') return parseChoice(text, options)
  if (type === 'string' || type === 'integer' || type === 'number' || type === 'boolean') {
    return parseScalar(text, type)
  }
  if (type === 'int-or-string') {
    const read = parseScalar(text, 'integer')
    return read.ok ? read : { ok: true, value: text }
  }
  const value = parseJson(text)
  if (value === undefined) return no(`${show(text)} is not JSON.`)
  if (type === 'other' || type === 'free-form') return { ok: true, value }
  if (type !== 'list') {
    return isRecord(value) ? { ok: true, value } : no(`${show(text)} is not an object: {…}.`)
  }
  return Array.isArray(value) ? { ok: true, value } : no(`${show(text)} is not an array: […].`)
}

/** A value as the text that {@link parseDefault} reads back. */
export function formatDefault(value: unknown): string {
  if (value === undefined) return ''
  return typeof value === 'object' && value !== null ? jsonText(value) : String(value)
}

function parseScalar(text: string, type: ScalarTypeId): Parsed {
  if (type === 'string') return { ok: true, value: text }
  const word = text.trim()
  if (type === 'boolean') {
    if (word === 'true' || word === 'false') return { ok: true, value: word === 'true' }
    return no(`${show(text)} is not a boolean: true or false.`)
  }
  if (type === 'integer') {
    if (!/^[+-]?\d+$/.test(word)) return no(`${show(text)} is not an integer.`)
    const value = Number(word)
    if (Number.isSafeInteger(value)) return { ok: true, value: value + 0 }
    return no(`${show(text)} is too large: integers lie within ±${Number.MAX_SAFE_INTEGER}.`)
  }
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(word))
    return no(`${show(text)} is not a number.`)
  const value = Number(word)
  return Number.isFinite(value) ? { ok: true, value } : no(`${show(text)} is too large.`)
}

function parseChoice(text: string, options: DefaultOptions): Parsed {
  const read = parseScalar(text, options.itemType ?? 'string')
  const values = options.enum ?? []
  if (!read.ok || values.some((value) => equal(value, read.value))) return read
  return no(`${show(text)} is not one of ${values.map((value) => show(value)).join(', ')}.`)
}

function no(reason: string): Parsed {
  return { ok: false, reason }
}
