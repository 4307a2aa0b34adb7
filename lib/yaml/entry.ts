import { columnOf, lineEnd, lineStart, nextLine, type Range, skipBlanks, startsLine } from './text'
import { type Entry, entryEnd } from './tree'

/**
 * The lines of a block-style entry: its attached comments (whole lines right above at its own
 * column, no blank line between), its source, the comment at its end, and deeper comment lines
 * below it. It ends after its last line break. An entry that begins behind another mark on its line
 * (`- key: v`) begins there.
 */
export function blockEntryRange(text: string, entry: Entry, floor: number): Range {
  return { from: attachedStart(text, entry.start, floor), to: linesEnd(text, entry) }
}

/** Where the comments attached to the entry at `start` begin, not above `floor`. */
export function attachedStart(text: string, start: number, floor: number): number {
  if (!startsLine(text, start)) return start
  const column = columnOf(text, start)
  let from = lineStart(text, start)
  while (from > floor) {
    const above = lineStart(text, from - 1)
    if (above < floor || above >= from) break
    const mark = skipBlanks(text, above)
    if (text[mark] !== '#' || mark - above !== column) break
    from = above
  }
  return from
}

/** After the last line of a block-style entry, deeper comment lines included. */
export function linesEnd(text: string, entry: Entry): number {
  const column = columnOf(text, entry.start)
  let end = nextLine(text, Math.max(entryEnd(entry), entry.start))
  let at = end
  while (at < text.length) {
    const mark = skipBlanks(text, at)
    const blank = mark === lineEnd(text, at)
    if (!blank && (text[mark] !== '#' || mark - at <= column)) break
    at = nextLine(text, at)
    if (!blank) end = at
  }
  return end
}
