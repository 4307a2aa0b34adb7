import { LARGEST_INTEGER } from './types'

/**
 * How readers of YAML 1.1, YAML 1.2, PyYAML and Go's libraries all take a plain (unquoted) scalar,
 * or that they do not agree. Only forms on which all agree have a meaning here.
 */
export type PlainReading =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'differs' }
  | { readonly kind: 'too large' }

const NULL = /^(?:|~|null|Null|NULL)$/
const TRUE = /^(?:true|True|TRUE)$/
const FALSE = /^(?:false|False|FALSE)$/
const INTEGER = /^[-+]?(?:0|[1-9][0-9]*)$/
const FRACTION = /^[-+]?(?:0|[1-9][0-9]*)\.[0-9]+(?:[eE][-+][0-9]+)?$/

/** Read as something else than a string by at least one reader, and not by all in the same way. */
const DISPUTED: readonly RegExp[] = [
  /^(?:[yYnN]|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/, // YAML 1.1 booleans
  /^(?:<<|=)$/, // merge key and default value of YAML 1.1
  /^[-+]?0[bBoOxX][0-9a-fA-F_]*$/, // binary, octal, hexadecimal
  /^[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9_]+)?$/, // 010, 1_000, 1e3, 1.
  /^[-+]?\.[0-9_]+(?:[eE][-+]?[0-9_]+)?$/, // .5
  /^[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)$/,
  /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/, // base 60: 12:30
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?$/s, // dates
]

/** The meaning of a plain scalar, by its text. */
export function readPlain(text: string): PlainReading {
  if (NULL.test(text)) return { kind: 'value', value: null }
  if (TRUE.test(text)) return { kind: 'value', value: true }
  if (FALSE.test(text)) return { kind: 'value', value: false }
  if (INTEGER.test(text)) {
    const value = Number(text)
    if (Math.abs(value) > LARGEST_INTEGER) return { kind: 'too large' }
    return { kind: 'value', value: value === 0 ? 0 : value }
  }
  if (FRACTION.test(text)) {
    const value = Number(text)
    if (!Number.isFinite(value)) return { kind: 'differs' }
    return { kind: 'value', value: value === 0 ? 0 : value }
  }
  if (DISPUTED.some((form) => form.test(text))) return { kind: 'differs' }
  return { kind: 'value', value: text }
}

/** A string as a double-quoted scalar that every reader takes alike: ASCII escapes where needed. */
export function quoteScalar(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
