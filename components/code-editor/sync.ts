import type { TextEdit } from '@/lib/promise/command'
import { textDifference } from '@/lib/promise/text-difference'
import { type LineIndex, lineIndex } from '@/lib/yaml/lines'
import type { monaco } from './monaco'

type Change = Pick<monaco.editor.IModelContentChange, 'range' | 'text'>

/**
 * What the user typed, as edits of our text. Monaco counts lines and columns in a text without
 * byte-order mark and with one kind of line end; ours is the file as it is.
 *
 * @param text the file before the change, whose lines `changes` count in
 */
export function editsOf(text: string, changes: readonly Change[]): readonly TextEdit[] {
  const lines = lineIndex(text)
  const end = lineEndOf(text)
  return changes
    .map(({ range, text: typed }) => ({
      from: lines.offsetAt({ line: range.startLineNumber, column: range.startColumn }),
      to: lines.offsetAt({ line: range.endLineNumber, column: range.endColumn }),
      insert: typed.replaceAll(/\r\n|\r|\n/g, end),
    }))
    .sort((a, b) => a.from - b.from)
}

/** The line end that the text uses most: what a new line in it gets. */
function lineEndOf(text: string): string {
  const all = text.match(/\r\n|\r|\n/g) ?? []
  const windows = all.filter((end) => end === '\r\n').length
  return windows * 2 > all.length ? '\r\n' : '\n'
}

/**
 * The one replacement that turns `before` into `after`, as Monaco takes it; `undefined` when the
 * editor shows both alike. Only the part that differs is touched, so the cursor stays.
 */
export function replacement(
  before: string,
  after: string,
): monaco.editor.IIdentifiedSingleEditOperation | undefined {
  if (before === after) return undefined
  const differing = textDifference(before, after)
  let start = differing.from
  let same = before.length - differing.to
  // Never cut a line end or a surrogate pair in two.
  while (start > 0 && joined(before, after, start)) start -= 1
  while (same > 0 && joined(before, after, before.length - same, after.length - same)) same -= 1
  return {
    range: rangeOf(lineIndex(before), start, before.length - same),
    text: after.slice(start, after.length - same),
  }
}

function joined(before: string, after: string, at: number, atAfter = at): boolean {
  return splits(before, at) || splits(after, atAfter)
}

function splits(text: string, at: number): boolean {
  const [left, right] = [text[at - 1] ?? '', text[at] ?? '']
  if (left === '\r' && right === '\n') return true
  return left >= '\ud800' && left <= '\udbff' && right >= '\udc00' && right <= '\udfff'
}

/** A UTF-16 range of the text as Monaco names it. */
export function rangeOf(lines: LineIndex, from: number, to: number): monaco.IRange {
  const [start, end] = [lines.positionAt(from), lines.positionAt(to)]
  return {
    startLineNumber: start.line,
    startColumn: start.column,
    endLineNumber: end.line,
    endColumn: end.column,
  }
}
