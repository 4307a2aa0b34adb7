import { EvaluationFault } from '../values/value'

/** A double as Go prints it (`%g`). */
export function formatDouble(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf'
  if (value === 0) return Object.is(value, -0) ? '-0' : '0'
  const [digits = '', power = '0'] = value.toExponential().split('e')
  const exponent = Number(power)
  if (exponent >= -4 && exponent < 6) return plain(value)
  const sign = exponent < 0 ? '-' : '+'
  return `${digits}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`
}

/** Without an exponent, which JavaScript writes below 1e-6. */
function plain(value: number): string {
  const text = String(value)
  const [, sign = '', first = '', rest = '', power] =
    /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text) ?? []
  if (power === undefined) return text
  return `${sign}0.${'0'.repeat(Number(power) - 1)}${first}${rest}`
}

const FLOAT = /^[+-]?(?:\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|inf(?:inity)?|nan)$/i

/** As Go's `strconv.ParseFloat`, but for hexadecimal and digits in groups. */
export function readDouble(text: string): number {
  const fault = () => new EvaluationFault("type conversion error from 'string' to 'double'")
  if (!FLOAT.test(text)) throw fault()
  const bare = text.replace(/^[+-]/, '').toLowerCase()
  const sign = text.startsWith('-') ? -1 : 1
  if (bare === 'nan') return Number.NaN
  if (bare.startsWith('inf')) return sign * Number.POSITIVE_INFINITY
  const value = Number(bare)
  if (!Number.isFinite(value)) throw fault()
  return sign * value
}
