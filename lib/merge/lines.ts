/** A text as lines, so that line ends and content can be merged apart. */
export interface Lines {
  /** The lines without their ends. */
  readonly lines: readonly string[]
  /** The end of each line as it stands; of a last line without one, `usualEnd`. */
  readonly ends: readonly string[]
  /** The end that most lines have, `\n` when there is none. */
  readonly usualEnd: string
  /** False when the last line has no end. True for an empty text: it lacks none. */
  readonly final: boolean
  readonly byteOrderMark: boolean
}

/** Takes `text` apart; `joinLines` puts it together again. Lines end at `\r\n`, `\n` or `\r`. */
export function splitLines(text: string): Lines {
  const byteOrderMark = text.startsWith('\ufeff')
  const lines: string[] = []
  const ends: string[] = []
  const breaks = /\r\n|\r|\n/g
  let at = byteOrderMark ? 1 : 0
  for (let found = breaks.exec(text); found; found = breaks.exec(text)) {
    lines.push(text.slice(at, found.index))
    ends.push(found[0])
    at = breaks.lastIndex
  }
  const usualEnd = mostFrequent(ends)
  const final = at === text.length
  if (!final) {
    lines.push(text.slice(at))
    ends.push(usualEnd)
  }
  return { lines, ends, usualEnd, final, byteOrderMark }
}

/** The text without the end of its last line. */
export function withoutFinalEnd(text: string): string {
  return text.replace(/(\r\n|\r|\n)$/, '')
}

function mostFrequent(ends: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '\n'
}
