import type { ScalarNode } from './tree'

/** What the cluster makes of a scalar; `fault` says why it refuses it. */
export interface ReadScalar {
  readonly value: string | number | bigint | boolean | null
  readonly fault?: string
}

const TAG = 'tag:yaml.org,2002:'
const WORDS = new Map<string, boolean | number | null>([['', null]])
for (const word of ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']) {
  WORDS.set(word, true)
}
for (const word of ['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']) {
  WORDS.set(word, false)
}
for (const word of ['~', 'null', 'Null', 'NULL']) WORDS.set(word, null)
for (const word of ['.nan', '.NaN', '.NAN']) WORDS.set(word, Number.NaN)
for (const word of ['.inf', '.Inf', '.INF']) {
  WORDS.set(word, Number.POSITIVE_INFINITY)
  WORDS.set(`+${word}`, Number.POSITIVE_INFINITY)
  WORDS.set(`-${word}`, Number.NEGATIVE_INFINITY)
}

/**
 * Resolves a scalar as `sigs.k8s.io/yaml` does (goyaml.v2 and its way through JSON): the booleans
 * of YAML 1.1, `010` is eight, `1_000` a thousand, dates are strings.
 */
export function readScalar(node: ScalarNode): ReadScalar {
  const { text, tag } = node
  if (tag === undefined || tag === '!') {
    const typed = (node.style === 'plain' || node.style === 'empty') && tag === undefined
    return jsonable(typed ? resolvePlain(text) : text, text)
  }
  if (!tag.startsWith(TAG)) return { value: text }
  const type = tag.slice(TAG.length)
  if (type === 'binary') return readBinary(text)
  const fits = FITS[type]
  if (!fits) return { value: text }
  const value = resolvePlain(text)
  if (!fits(value, text)) {
    return { value: text, fault: `${JSON.stringify(text)} is no ${type}, as its tag says` }
  }
  if (type === 'timestamp') return { value: text }
  return jsonable(value, text)
}

/** Which readings a tag accepts. Beyond int64, goyaml.v2 has no float for an integer. */
const FITS: Record<string, (value: ReadScalar['value'], text: string) => boolean> = {
  null: (value) => value === null,
  bool: (value) => typeof value === 'boolean',
  int: (value, text) =>
    isWrittenAsInteger(text) && (typeof value === 'number' || typeof value === 'bigint'),
  float: (value) => typeof value === 'number' || (typeof value === 'bigint' && value <= MAX_SIGNED),
  timestamp: (_, text) => /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?$/.test(text),
}

function jsonable(value: ReadScalar['value'], text: string): ReadScalar {
  if (typeof value !== 'number' || Number.isFinite(value)) return { value }
  return { value, fault: `the cluster cannot hold the number ${text}` }
}

/** What goyaml.v2 makes of a plain scalar. */
export function resolvePlain(text: string): ReadScalar['value'] {
  const word = WORDS.get(text)
  if (word !== undefined) return word
  const first = text.charCodeAt(0)
  if (first === 46) return DOT_FLOAT.test(text) ? toFloat(text) : text
  // Only a digit or a sign can begin a number.
  if (!((first >= 48 && first <= 57) || first === 43 || first === 45)) return text
  const plain = text.replaceAll('_', '')
  const integer = readInteger(plain)
  if (integer !== undefined) return integer
  if (/^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(plain)) {
    const float = toFloat(plain)
    return typeof float === 'number' ? float : text
  }
  return text
}

const DOT_FLOAT = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/

/** Beyond the range of a float, goyaml.v2 falls back to the text. */
function toFloat(text: string): number | string {
  const value = Number(text.replaceAll('_', ''))
  return Number.isFinite(value) ? value : text
}

const MAX_SIGNED = 2n ** 63n - 1n
const MAX_UNSIGNED = 2n ** 64n - 1n

function readInteger(plain: string): number | bigint | undefined {
  const match = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/.exec(
    plain,
  )
  if (!match) return undefined
  const [, sign, hex, binary, octal, decimal] = match
  const digits = hex ? `0x${hex}` : binary ? `0b${binary}` : octal ? `0o${octal}` : decimal
  const size = BigInt(digits ?? '0')
  // A sign takes part only in signed integers; unsigned ones reach one bit further.
  const limit = sign === '-' ? MAX_SIGNED + 1n : sign === '+' ? MAX_SIGNED : MAX_UNSIGNED
  if (size > limit) return undefined
  const value = sign === '-' ? -size : size
  const safe = value >= -9007199254740991n && value <= 9007199254740991n
  return safe ? Number(value) : value
}

function isWrittenAsInteger(text: string): boolean {
  return readInteger(text.replaceAll('_', '')) !== undefined
}

function readBinary(text: string): ReadScalar {
  const clean = text.replace(/[\r\n]/g, '')
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(clean)) {
    return { value: text, fault: 'this is not base64, as its tag !!binary says' }
  }
  const bytes = Uint8Array.from(atob(clean), (c) => c.charCodeAt(0))
  return { value: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
}

/** The key of a map as JSON names it, or `undefined` for one that the cluster refuses (null). */
export function readKey(node: ScalarNode): string | undefined {
  const { value } = readScalar(node)
  if (value === null || (typeof value === 'bigint' && value > MAX_SIGNED)) return undefined
  if (typeof value !== 'number' || (Number.isInteger(value) && isWrittenAsInteger(node.text))) {
    return String(value)
  }
  return floatKey(value)
}

/** A float key as Go prints it with 32 bits (`%g`): 0.1, 1e+06, 1.2345679e+29. */
function floatKey(value: number): string {
  const short = Math.fround(value)
  if (Number.isNaN(short)) return '.nan'
  if (!Number.isFinite(short)) return short > 0 ? '.inf' : '-.inf'
  if (short === 0) return Object.is(short, -0) ? '-0' : '0'
  let digits = 1
  while (digits < 9 && Math.fround(Number(short.toPrecision(digits))) !== short) digits++
  const [mantissa = '', power = '0'] = short.toExponential(digits - 1).split('e')
  const exponent = Number(power)
  if (exponent >= -4 && exponent < 6) {
    return String(Number(short.toPrecision(digits)))
  }
  const size = String(Math.abs(exponent)).padStart(2, '0')
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${size}`
}
