import { fail, type Read } from './identity'
import { fractionInText, missing, strayPlaceholder, unknownValue } from './messages'
import type { Scalar, Values } from './types'

// In this order: `$${` is two characters and no placeholder; a `${` that opens nothing is a fault.
const pattern = /\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_-]*)\}|\$\{/g

/** A part of a text: literal characters, a named value, or a `${` that opens nothing. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string; readonly source: string }
  | { readonly kind: 'stray' }

/** Takes a text apart. `$${` becomes the text `${`. */
export function partsOf(text: string): readonly Part[] {
  const parts: Part[] = []
  let at = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index) })
    at = match.index + match[0].length
    if (match[0] === '$${') parts.push({ kind: 'text', text: '${' })
    else if (match[1] === undefined) parts.push({ kind: 'stray' })
    else parts.push({ kind: 'value', name: match[1], source: match[0] })
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) })
  return parts
}

/**
 * A string scalar with its values put in. Exactly `${x}` becomes the value with its type; inside
 * longer text a value becomes characters. What was put in is never looked at again.
 */
export function substitute(text: string, values: Values): Read<Scalar> {
  const parts = partsOf(text)
  const whole = parts.length === 1
  let out = ''
  for (const part of parts) {
    if (part.kind === 'stray') return fail(strayPlaceholder)
    if (part.kind === 'text') {
      out += part.text
      continue
    }
    if (!values.has(part.name)) return fail(unknownValue(part.name))
    const value = values.get(part.name)
    if (value === undefined) return fail(missing(part.source))
    if (whole) return { ok: true, value }
    if (typeof value === 'number' && !Number.isInteger(value)) {
      return fail(fractionInText(part.name, value))
    }
    out += String(value)
  }
  return { ok: true, value: out }
}
