import { applyTextEdits, type TextEdit } from '@/lib/promise/command'
import { carryBlock, carryFlow, reindent, trimBreak } from '../carry'
import { entryRange } from '../document'
import { attachedStart } from '../entry'
import type { Spot } from '../locate'
import { afterDash, afterKey, belowDash, belowKey, keyText, type Rendered } from '../print-yaml'
import type { Style } from '../style'
import { columnOf, lineEnd, lineStart, nextLine, startsLine } from '../text'
import {
  type Entry,
  entriesOf,
  isBlockScalar,
  isPair,
  lastLeaf,
  walk,
  type YamlNode,
} from '../tree'
import type { Subject } from './edited'

export interface Goal {
  readonly kind: 'map' | 'seq'
  readonly flow: boolean
  /** Of the entries, in block style. */
  readonly column: number
  /** The key there; needed in a map. */
  readonly key: string | undefined
  /** Leave anchors out: the original keeps them. */
  readonly withoutAnchors?: boolean
}

/**
 * The source of an entry for another place, its attached comments included, without the indent of
 * its first line and without a last line break.
 */
export function entrySource(subject: Subject, spot: Spot, goal: Goal): string {
  const { entry, parent } = spot
  if (!entry || !parent) throw new TypeError('a root has no entry')
  const { text, style } = subject
  const carried = {
    ...whole(text, entry),
    parentColumn: columnOf(text, entry.start),
    withoutAnchors: goal.withoutAnchors,
  }
  const key = goal.kind === 'map' ? (goal.key ?? '') : undefined
  if (goal.flow) {
    const value = carryFlow(carried, style)
    return key === undefined ? value : `${flowKey(text, entry, key, style)}: ${value}`
  }
  if (parent.node.flow) {
    const value = carryFlow(carried, style)
    return key === undefined ? `- ${value}` : `${keyText(key, style)}: ${value}`
  }
  if (parent.node.kind === goal.kind) return rigid(subject, spot, entry, goal)
  const columns = key === undefined ? belowDash(goal.column) : belowKey(goal.column, style)
  const value = withComments(subject, entry, carryBlock(carried, columns, style), goal)
  return (
    commentsAbove(subject, spot, entry, goal.column) +
    (key === undefined ? '-' : `${keyText(key, style)}:`) +
    value
  )
}

/** The value and its text, in which a block scalar that ends with the file says that it does. */
function whole(text: string, entry: Entry): { text: string; node: YamlNode } {
  const [fix] = unended(text, entry)
  const node = entry.value
  if (!fix) return { text, node }
  const grown = fix.insert.length - (fix.to - fix.from)
  const scalar = isBlockScalar(node) ? { ...node, to: node.to + grown } : node
  return { text: applyTextEdits(text, [fix]), node: scalar }
}

/** The entry's own lines, moved as a whole; at most its key is another. */
function rigid({ text, style, doc }: Subject, spot: Spot, entry: Entry, goal: Goal): string {
  const range = entryRange(text, spot, doc.range.from)
  const own = columnOf(text, entry.start)
  const from = startsLine(text, entry.start) ? range.from + own : range.from
  const edits = [...unended(text, entry), ...(goal.withoutAnchors ? dropAnchors(text, entry) : [])]
  if (isPair(entry) && goal.key !== undefined && goal.key !== entry.name) {
    edits.push({ from: entry.key.start, to: entry.key.to, insert: keyText(goal.key, style) })
  }
  const source = slice(text, from, trimBreak(text, range.to), edits)
  return reindent(source, goal.column - own, 0, style.lineEnd)
}

function slice(text: string, from: number, to: number, edits: readonly TextEdit[]): string {
  const inside = edits
    .map((edit) => ({ from: edit.from - from, to: edit.to - from, insert: edit.insert }))
    .sort((a, b) => a.from - b.from)
  return applyTextEdits(text.slice(from, to), inside)
}

function dropAnchors(text: string, entry: Entry): TextEdit[] {
  const edits: TextEdit[] = []
  walk(entry.value, (node) => {
    if (node.anchor === undefined) return
    const at = text.indexOf(`&${node.anchor}`, node.start)
    let end = at + node.anchor.length + 1
    while (text[end] === ' ') end++
    const last = end === lineEnd(text, at)
    edits.push({ from: last ? at - 1 : at, to: end, insert: '' })
  })
  return edits
}

/**
 * A block scalar that ends with the file has no last line break. Where lines follow it, it would
 * get one, so its header has to say that it has none.
 */
export function unended(text: string, entry: Entry): TextEdit[] {
  const node = lastLeaf(entry.value)
  if (!isBlockScalar(node) || node.text.endsWith('\n') || node.to < text.length) return []
  const header = /^[|>][0-9]*([-+]?)/.exec(text.slice(node.from, node.to))
  if (!header || header[1] === '-') return []
  const end = node.from + header[0].length
  return [{ from: end - (header[1] ?? '').length, to: end, insert: '-' }]
}

/** What follows the new colon or dash, with the comments beside and below the old value. */
function withComments(
  { text, style }: Subject,
  entry: Entry,
  rendered: Rendered,
  goal: Goal,
): string {
  const { value } = entry
  if ('below' in rendered) {
    const lead = isPair(entry) ? entry.colon + 1 : entry.start + 1
    const comment = /^[ \t]*(?:[&!][^\s#]*[ \t]*)*(#[^\r\n]*)/.exec(
      text.slice(lead, value.from),
    )?.[1]
    const props = text.slice(value.start, value.from).match(/[&!]\S+/g) ?? []
    const beside = [...(goal.withoutAnchors ? [] : props), ...(comment ? [comment] : [])]
    const between = linesBetween(text, entry, lead)
    if (beside.length > 0 || between !== '') {
      const moved = reindent(
        between,
        rendered.column - columnOf(text, value.from),
        0,
        style.lineEnd,
      )
      return [''].concat(beside).join(' ') + moved + style.lineEnd + rendered.below
    }
    return goal.kind === 'map' ? afterKey(rendered, style) : afterDash(rendered)
  }
  const body = rendered.inline === '' ? '' : ` ${rendered.inline}`
  if (isBlockScalar(value)) return body
  const end = lineEnd(text, value.to)
  const comment = text.slice(value.to, end).trimEnd()
  return body + comment + deeperComments(text, entry, nextLine(text, value.to), goal, style)
}

/** Comments between the line of a key and the value below it that belong to neither. */
function linesBetween(text: string, { value }: Entry, lead: number): string {
  const [first] = entriesOf(value)
  if (!first || !startsLine(text, first.start)) return ''
  const from = lineEnd(text, lead)
  const to = attachedStart(text, first.start, from)
  const lines = text.slice(from, Math.max(from, trimBreak(text, to)))
  return lines.trim() === '' ? '' : lines
}

/** Comment lines below an entry of one line, deeper than the entry. */
function deeperComments(
  text: string,
  entry: Entry,
  from: number,
  goal: Goal,
  style: Style,
): string {
  let end = from
  let at = from
  const own = columnOf(text, entry.start)
  while (at < text.length) {
    const line = text.slice(at, lineEnd(text, at))
    const indent = line.length - line.trimStart().length
    const blank = line.trim() === ''
    if (!blank && (line[indent] !== '#' || indent <= own)) break
    at = nextLine(text, at)
    if (!blank) end = at
  }
  if (end === from) return ''
  const source = text.slice(from, trimBreak(text, end))
  return (
    style.lineEnd +
    reindent(`\n${source}`, goal.column - own, 0, style.lineEnd).slice(style.lineEnd.length)
  )
}

/** Attached comments, for an entry of which the first line is written anew. */
function commentsAbove(
  { text, style, doc }: Subject,
  spot: Spot,
  entry: Entry,
  column: number,
): string {
  if (!startsLine(text, entry.start)) return ''
  const { from } = entryRange(text, spot, doc.range.from)
  const until = lineStart(text, entry.start)
  if (until <= from) return ''
  const own = columnOf(text, entry.start)
  const source = text.slice(from + own, trimBreak(text, until))
  return reindent(source, column - own, 0, style.lineEnd) + style.lineEnd + ' '.repeat(column)
}

function flowKey(text: string, entry: Entry, key: string, style: Style): string {
  const kept = isPair(entry) && entry.name === key && entry.key.kind === 'scalar'
  const source = kept ? text.slice(entry.key.from, entry.key.to) : ''
  return /^["']/.test(source) && !source.includes('\n') ? source : keyText(key, style, true)
}
