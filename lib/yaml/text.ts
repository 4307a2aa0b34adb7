/** A half-open range of UTF-16 offsets. */
export interface Range {
  readonly from: number
  readonly to: number
}

const BOM = 0xfeff

/** Where the line that holds `at` begins; a byte-order mark is before its line. */
export function lineStart(text: string, at: number): number {
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
  return start === 0 && text.charCodeAt(0) === BOM && at > 0 ? 1 : start
}

/** Where the line that holds `at` ends, before its line break. */
export function lineEnd(text: string, at: number): number {
  const next = text.indexOf('\n', at)
  if (next < 0) return text.length
  return next > at && text[next - 1] === '\r' ? next - 1 : next
}

/** Where the line after the one that holds `at` begins, or the end of the text. */
export function nextLine(text: string, at: number): number {
  const next = text.indexOf('\n', at)
  return next < 0 ? text.length : next + 1
}

export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at)
}

/** True when only blanks stand between the start of its line and `at`. */
export function startsLine(text: string, at: number): boolean {
  for (let i = at - 1; i >= lineStart(text, at); i--) {
    if (text[i] !== ' ' && text[i] !== '\t') return false
  }
  return true
}

export function spaces(count: number): string {
  return ' '.repeat(Math.max(0, count))
}

/** The offset after blanks (no line breaks) from `at` on. */
export function skipBlanks(text: string, at: number): number {
  let i = at
  while (text[i] === ' ' || text[i] === '\t') i++
  return i
}

/** The offset after blanks, line breaks and comments from `at` on, at most `end`. */
export function skipSpace(text: string, at: number, end = text.length): number {
  let i = at
  while (i < end) {
    const c = text[i]
    if (c === ' ' || c === '\t' || c === '\n' || c === '\r') i++
    else if (c === '#') i = lineEnd(text, i)
    else break
  }
  return Math.min(i, end)
}

/** The start of the first line from `at` on that is not blank. */
export function afterBlankLines(text: string, at: number): number {
  let i = at
  while (i < text.length && skipBlanks(text, i) === lineEnd(text, i)) i = nextLine(text, i)
  return i
}
