import type { Scalar } from '@/lib/render/types'

/**
 * What a text typed into a table means: `3` and `true` are a number and a boolean, `"3"` in quotes
 * and anything else is text. Otherwise one sentence says why not.
 */
export function readScalar(
  text: string,
): { readonly ok: true; readonly value: Scalar } | { readonly ok: false; readonly reason: string } {
  const word = text.trim()
  if (word === 'true' || word === 'false') return { ok: true, value: word === 'true' }
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(word)) {
    const value = Number(word)
    if (word.includes('.') || Number.isSafeInteger(value)) return { ok: true, value }
    return {
      ok: false,
      reason: `${word} is too large: integers lie within ±${Number.MAX_SAFE_INTEGER}.`,
    }
  }
  return { ok: true, value: unquoted(text) ?? text }
}

/** A value as the text that {@link readScalar} reads back. */
export function scalarText(value: Scalar): string {
  if (typeof value !== 'string') return String(value)
  const again = readScalar(value)
  return again.ok && again.value === value ? value : JSON.stringify(value)
}

/** The text in double quotes; `undefined` for a text that is not quoted as a whole. */
function unquoted(text: string): string | undefined {
  if (!/^".*"$/s.test(text.trim())) return undefined
  try {
    const value: unknown = JSON.parse(text.trim())
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined // quotes that are part of the text, e.g. `"a" or "b"`
  }
}
