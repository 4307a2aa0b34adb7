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
    return { value: typed ? resolvePlain(text) : text }
  }
  if (!tag.startsWith(TAG)) return { value: text }
  const type = tag.slice(TAG.length)
  if (type === 'binary') return readBinary(text)
  if (!['bool', 'int', 'float', 'null'].includes(type)) return { value: text }
  const value = resolvePlain(text)
  const fits =
    type === 'null'
      ? value === null
      : type === 'bool'
        ? typeof value === 'boolean'
        : type === 'float'
          ? typeof value === 'number' || typeof value === 'bigint'
          : (typeof value === 'number' && isWrittenAsInteger(text)) || typeof value === 'bigint'
  if (!fits) return { value: text, fault: `\`${text}\` is not a ${type}, as its tag says` }
  return { value: type === 'float' && typeof value === 'bigint' ? Number(value) : value }
}

/** What goyaml.v2 makes of a plain scalar. */
export function resolvePlain(text: string): ReadScalar['value'] {
  const word = WORDS.get(text)
  if (word !== undefined) return word
  const first = text.charCodeAt(0)
  if (first === 46) return /^\.[0-9]+([eE][-+]?[0-9]+)?$/.test(text) ? toFloat(text) : text
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

/** Beyond the range of a float, goyaml.v2 falls back to the text. */
function toFloat(text: string): number | string {
  const value = Number(text)
  return Number.isFinite(value) ? value + 0 : text
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
  if (value === null) return undefined
  return typeof value === 'number' ? floatKey(value) : String(value)
}

/** Go prints a float key with the precision of 32 bits; integers come out whole. */
function floatKey(value: number): string {
  if (Number.isNaN(value)) return '.nan'
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf'
  return String(value)
}
