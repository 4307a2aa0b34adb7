import type { Path } from '@/lib/promise/path'
import type { YamlDocument } from '@/lib/yaml/document'
import { columnOf, lineEnd, lineStart, nextLine, skipBlanks, startsLine } from '@/lib/yaml/text'
import { dedented } from './piece'

/** The lines of an entry in block style: its key's line and all that lie deeper below it. */
export interface Extent {
  /** Where the line of the key begins. */
  readonly from: number
  /** Where the line after the key's begins. */
  readonly below: number
  readonly to: number
  readonly column: number
}

/** The lines of the entry at `path`; `undefined` when it has none of its own. */
export function extentOf(document: YamlDocument, path: Path): Extent | undefined {
  const { text } = document
  const key = document.rangeOf(path, 'key')
  if (!key || !startsLine(text, key.from)) return undefined
  const column = columnOf(text, key.from)
  const value = document.rangeOf(path, 'value')
  const below = nextLine(text, key.to)
  let to = nextLine(text, Math.max(key.to, (value?.to ?? 0) - 1))
  for (let at = to; at < text.length; at = nextLine(text, at)) {
    const mark = skipBlanks(text, at)
    if (mark === lineEnd(text, at)) continue // a blank line belongs to what follows it
    if (mark - lineStart(text, at) <= column) break
    to = nextLine(text, at)
  }
  return { from: lineStart(text, key.from), below, to, column }
}

/** The value at `path` as a text of its own: what stands below its key, moved to the left. */
export function textBelow(document: YamlDocument, extent: Extent, path: Path): string | undefined {
  const { text } = document
  const value = document.rangeOf(path, 'value')
  if (!value) return undefined
  if (value.from < extent.below) {
    const source = text.slice(value.from, value.to)
    const lines = source.includes('\n') ? undefined : source
    return lines === undefined ? undefined : `${lines}\n`
  }
  const lines = text.slice(extent.below, extent.to)
  return leftOf(lines, columnOf(text, value.from))
}

/** `lines` moved to the left by `column`; comments that stand further left go to the margin. */
function leftOf(lines: string, column: number): string | undefined {
  const made: string[] = []
  for (let at = 0; at < lines.length; ) {
    const end = nextLine(lines, at)
    const line = lines.slice(at, end)
    const moved = dedented(line, column) ?? (/^[ \t]*#/.test(line) ? line.trimStart() : undefined)
    if (moved === undefined) return undefined
    made.push(moved)
    at = end
  }
  const text = made.join('')
  return text.endsWith('\n') ? text : `${text}\n`
}
