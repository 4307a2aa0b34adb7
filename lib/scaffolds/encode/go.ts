import { oneLine } from './text'

/**
 * `text` as a Go string literal. Characters that a reader cannot see, or that an editor takes for a
 * line end or a change of direction, are escaped. A lone surrogate becomes U+FFFD, as in UTF-8.
 */
export function goString(text: string): string {
  const inner = text.toWellFormed().replace(/["\\]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => {
    if (char === '"' || char === '\\') return `\\${char}`
    if (char === '\n') return '\\n'
    if (char === '\t') return '\\t'
    const hex = (char.codePointAt(0) ?? 0).toString(16)
    return hex.length > 4 ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`
  })
  return `"${inner}"`
}

/** A string, finite number or boolean as a Go expression. */
export function goLiteral(value: string | number | boolean): string {
  if (typeof value === 'string') return goString(value)
  if (typeof value === 'boolean') return String(value)
  if (Object.is(value, -0)) return '0'
  // Where int has 32 bits, a larger constant would not compile.
  return Number.isInteger(value) && Math.abs(value) > 0x7fffffff ? `int64(${value})` : String(value)
}

/**
 * `text` as a one-line comment. gofmt rewrites doc comments that look like lists, headings or
 * typographic quotes; a paragraph on one line that starts with a word of ours stays as it is.
 */
export function goComment(start: string, text: string, indent = ''): string {
  const said = oneLine(text)
    .replaceAll('``', '"')
    .replaceAll("''", '"')
    .replace(/["']{3,}/g, '"')
  return `${indent}// ${[start, said].filter((part) => part !== '').join(' ')}\n`
}

/** A part of an exported identifier: letters and digits of ASCII, each word with a capital. */
export function goName(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}
