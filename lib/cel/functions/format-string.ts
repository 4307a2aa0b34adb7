import {
  CelMap,
  Duration,
  EvaluationFault,
  List,
  NotEvaluated,
  Timestamp,
  Uint,
  type Value,
} from '../values/value'
import { formatDouble } from './numbers'
import { formatDuration, formatTimestamp } from './time'

/** A piece of a format: a text, or what becomes of one argument. */
export type Piece =
  | { readonly text: string }
  | { readonly clause: string; readonly precision: number | undefined }

/** Splits the format of `string.format` (cel-go, ext/formatting.go). Throws {@link EvaluationFault}. */
export function readFormat(format: string): readonly Piece[] {
  const pieces: Piece[] = []
  for (const [all, text, precision, clause] of format.matchAll(
    /([^%]+)|%%|%(?:\.(\d+))?([\s\S]?)/g,
  )) {
    if (all === '%%') pieces.push({ text: '%' })
    else if (text !== undefined) pieces.push({ text })
    else if (!clause) throw new EvaluationFault('unexpected end of string')
    else if (/[sdfebxXo]/.test(clause)) {
      pieces.push({ clause, precision: precision === undefined ? undefined : Number(precision) })
    } else {
      throw new EvaluationFault(
        `could not parse formatting clause: unrecognized formatting clause "${clause}"`,
      )
    }
  }
  return pieces
}

/** `format` with each clause replaced by the next of `args`. */
export function formatString(format: string, { items }: List): string {
  let next = 0
  return readFormat(format)
    .map((piece) => {
      if ('text' in piece) return piece.text
      const value = items[next]
      if (value === undefined) throw new EvaluationFault(`index ${next} out of range`)
      next++
      return formatClause(piece.clause, piece.precision, value)
    })
    .join('')
}

function formatClause(clause: string, precision: number | undefined, value: Value): string {
  if (clause === 's') return formatAny(value)
  const number = value instanceof Uint ? value.value : value
  if (clause === 'f' && typeof number === 'number') {
    // Larger ones are grouped by thousands, where cel-go follows a language.
    if (Math.abs(number) >= 1000 || !Number.isFinite(number))
      throw new NotEvaluated('a large number in %f')
    if (precision !== undefined && precision > 100) throw new NotEvaluated('so many digits in %f')
    return number.toFixed(precision ?? 6)
  }
  if (typeof number !== 'bigint') throw new NotEvaluated(`%${clause} of such a value`)
  switch (clause) {
    case 'd':
      return String(number)
    case 'b':
      return number.toString(2)
    case 'o':
      return number.toString(8)
    case 'x':
      return number.toString(16)
    case 'X':
      return number.toString(16).toUpperCase()
    default:
      throw new EvaluationFault(
        'error during formatting: fixed-point clause can only be used on doubles, was given int',
      )
  }
}

function formatAny(value: Value): string {
  if (value === null) return 'null'
  if (typeof value === 'number') return formatDouble(value)
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value)
  if (value instanceof Uint) return String(value.value)
  if (value instanceof Duration) return formatDuration(value)
  if (value instanceof Timestamp) return formatTimestamp(value)
  if (value instanceof List) return `[${value.items.map(quoted).join(', ')}]`
  if (value instanceof CelMap) {
    const entries = value.entries().map(([key, item]) => [quoted(key), quoted(item)] as const)
    const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${sorted.map(([key, item]) => `${key}:${item}`).join(', ')}}`
  }
  throw new NotEvaluated('%s of such a value')
}

/** Within a list or a map. */
function quoted(value: Value): string {
  if (typeof value === 'string' && /^[ -~]*$/.test(value)) return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return value.toFixed(6)
  if (typeof value === 'string' || typeof value === 'number')
    throw new NotEvaluated('%s of such a list')
  if (value instanceof Duration || value instanceof Timestamp)
    throw new NotEvaluated('%s of such a list')
  return formatAny(value)
}
