import type { TextEdit } from '@/lib/promise/command'
import { attachedStart, linesEnd } from '../entry'
import type { Spot } from '../locate'
import { itemText, keyText, pairText, renderFlow } from '../print-yaml'
import {
  afterBlankLines,
  columnOf,
  lineEnd,
  skipBlanks,
  skipSpace,
  spaces,
  startsLine,
} from '../text'
import { type Entry, entriesOf, entryEnd, isPair, type MapNode, type SeqNode } from '../tree'
import { type Edited, edited, refused, type Subject } from './edited'
import { unended } from './entry-source'

/** Where an entry goes among its siblings. */
export type At = { readonly before: string } | { readonly after: string } | 'first' | 'last'

/** The index that `at` means; a key that is not there means the end. */
export function indexOf(node: MapNode, at: At): number {
  if (at === 'first') return 0
  if (at === 'last') return node.pairs.length
  const name = 'before' in at ? at.before : at.after
  const index = node.pairs.findLastIndex((pair) => pair.name === name && !pair.merge)
  if (index < 0) return node.pairs.length
  return 'before' in at ? index : index + 1
}

export function insertInMap(
  subject: Subject,
  spot: Spot & { readonly node: MapNode },
  entries: readonly (readonly [key: string, value: unknown])[],
  at: At,
): Edited {
  const { style } = subject
  const { node } = spot
  const index = indexOf(node, at)
  if (node.flow) {
    if (node.bare) return refused('This map has no braces of its own; nothing can be added to it.')
    const pairs = entries.map(
      ([key, value]) => `${keyText(key, style, true)}: ${renderFlow(value, style)}`,
    )
    return edited(insertFlow(subject, node, index, pairs.join(', ')))
  }
  const column = columnOf(subject.text, node.from)
  const lines = entries.map(([key, value]) => pairText(key, value, column, style))
  return edited(...insertBlock(subject, spot, index, lines.join(style.lineEnd + spaces(column))))
}

export function insertInList(
  subject: Subject,
  spot: Spot & { readonly node: SeqNode },
  index: number,
  values: readonly unknown[],
): Edited {
  const { style } = subject
  const { node } = spot
  if (index < 0 || index > node.items.length)
    return refused(`The list has only ${node.items.length} items.`)
  if (node.flow) {
    const items = values.map((value) => renderFlow(value, style))
    return edited(insertFlow(subject, node, index, items.join(', ')))
  }
  const column = columnOf(subject.text, node.from)
  const lines = values.map((value) => itemText(value, column, style))
  return edited(...insertBlock(subject, spot, index, lines.join(style.lineEnd + spaces(column))))
}

/** `body` as entry number `index` of a block collection; its lines after the first are indented. */
export function insertBlock(subject: Subject, spot: Spot, index: number, body: string): TextEdit[] {
  const { text, style, doc } = subject
  const entries = entriesOf(spot.node)
  const indent = spaces(columnOf(text, spot.node.from))
  const next = entries[index]
  if (next) {
    const before = entries[index - 1]
    const at = attachedStart(text, next.start, before ? entryEnd(before) : doc.range.from)
    const insert = startsLine(text, next.start)
      ? indent + body + style.lineEnd
      : body + style.lineEnd + indent
    return [{ from: at, to: at, insert }]
  }
  const last = entries.at(-1)
  if (!last) throw new TypeError('an empty collection is in flow style')
  return insertAfter(subject, last, indent + body)
}

/** `lines` below the lines of `entry`. */
export function insertAfter(subject: Subject, entry: Entry, lines: string): TextEdit[] {
  const { text, style } = subject
  const end = linesEnd(text, entry)
  // A block scalar that keeps blank lines must not get those that stand there.
  const at = /[|>][0-9]*\+/.test(lines) ? afterBlankLines(text, end) : end
  if (at > 0 && text[at - 1] === '\n') return [{ from: at, to: at, insert: lines + style.lineEnd }]
  return [...unended(text, entry), { from: at, to: at, insert: style.lineEnd + lines }]
}

/** `body` as entry number `index` of a flow collection, on a line of its own where the others are. */
export function insertFlow(
  { text, style }: Subject,
  node: MapNode | SeqNode,
  index: number,
  body: string,
): TextEdit {
  const entries = entriesOf(node)
  const next = entries[index]
  if (next) {
    const own = startsLine(text, next.start)
    const gap = own ? style.lineEnd + spaces(columnOf(text, next.start)) : ' '
    return { from: next.start, to: next.start, insert: `${body},${gap}` }
  }
  const last = entries.at(-1)
  if (!last) return { from: node.from + 1, to: node.to - 1, insert: body }
  const end = flowEnd(last)
  const comma = skipSpace(text, end, node.to)
  const trailing = text[comma] === ','
  if (!startsLine(text, last.start)) return { from: end, to: end, insert: `, ${body}` }
  const line = lineEnd(text, Math.max(end, trailing ? comma + 1 : end))
  const until = Math.min(line, closesBefore(text, end, line, node.to))
  const kept = text.slice(end, until)
  const indent = style.lineEnd + spaces(columnOf(text, last.start))
  const insert = trailing ? `${kept}${indent}${body},` : `,${kept.trimEnd()}${indent}${body}`
  return { from: end, to: until, insert }
}

/** Where the collection's bracket closes on the same line, else the line's end. */
function closesBefore(text: string, from: number, line: number, to: number): number {
  if (to - 1 >= line) return line
  const mark = skipBlanks(text, from)
  return text[mark] === '#' ? line : to - 1
}

function flowEnd(entry: Entry): number {
  return isPair(entry) ? Math.max(entryEnd(entry), entry.key.to) : entryEnd(entry)
}
