/** How a string is written when it needs quotes. */
export type Quote = 'double' | 'single'

export interface ScalarPrint {
  /** The quotes to use where some are needed; double by default. */
  readonly quote?: Quote
  /** Quote in any case. */
  readonly always?: boolean
  /** Inside `{}` or `[]`. */
  readonly flow?: boolean
}

/**
 * A scalar on one line, written so that YAML 1.1, YAML 1.2 and PyYAML read the same. Lone
 * surrogates become U+FFFD, as in any UTF-8 file.
 * @throws TypeError for what YAML has no scalar for
 */
export function printScalar(value: unknown, print: ScalarPrint = {}): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  if (typeof value === 'number') return printNumber(value)
  if (typeof value !== 'string') throw new TypeError(`a ${typeof value} is no YAML scalar`)
  const text = value.isWellFormed() ? value : value.toWellFormed()
  if (!print.always && canBePlain(text, print.flow ?? false)) return text
  if (print.quote === 'single' && canBeSingleQuoted(text)) return `'${text.replaceAll("'", "''")}'`
  return doubleQuoted(text)
}

function printNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan'
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf'
  const text = String(value === 0 ? 0 : value)
  // YAML 1.1 knows a power of ten only behind a decimal point.
  return text.includes('e') && !text.includes('.') ? text.replace('e', '.0e') : text
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what needs escapes
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/
const ESCAPED = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

/** True when `text` within quotes needs no escapes. */
export function isPrintable(text: string): boolean {
  return !UNPRINTABLE.test(text)
}

export function canBeSingleQuoted(text: string): boolean {
  return isPrintable(text)
}

export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    ESCAPED,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** True when every reader takes the plain scalar `text` for that very string. */
export function canBePlain(text: string, flow: boolean): boolean {
  return isPlainSyntax(text, flow) && !looksTyped(text)
}

/** True when every reader takes `text` for one plain scalar, of whatever type. */
export function isPlainSyntax(text: string, flow: boolean): boolean {
  if (text === '' || text !== text.trim() || !isPrintable(text)) return false
  if (/^(?:[?:,[\]{}#&*!|>'"%@`]|-(?![\w./-])|---|\.\.\.)/.test(text)) return false
  if (text.includes(': ') || text.includes(' #') || text.endsWith(':')) return false
  return !(flow && /[,[\]{}:?]/.test(text))
}

const WORD = /^(?:y|n|yes|no|on|off|true|false|null|~|<<|=|[-+]?\.inf|\.nan)$/i
const BASED = /^[-+]?0[box][0-9a-f_]*$/i
const NUMBER = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:e[-+]?[0-9]+)?$/i
/** YAML 1.1 takes even a lone dot for a number. */
const DOTTED = /^[-+]?[0-9_]*\.[0-9_]*$/
const HEX_FLOAT = /^[-+]?0x[0-9a-f_.]*(?:p[-+]?[0-9]+)?$/i
const SEXAGESIMAL = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/
const DATE = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?$/

/** True when some reader would take the plain `text` for something else than a string. */
export function looksTyped(text: string): boolean {
  if (WORD.test(text)) return true
  if (!/^[-+.0-9]/.test(text)) return false
  const plain = text.replaceAll('_', '')
  return (
    BASED.test(text) ||
    DOTTED.test(text) ||
    NUMBER.test(plain) ||
    HEX_FLOAT.test(text) ||
    SEXAGESIMAL.test(text) ||
    DATE.test(text)
  )
}
