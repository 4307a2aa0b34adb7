import type { TextEdit } from '@/lib/promise/command'
import { trimBreak } from '../carry'
import { attachedStart, linesEnd } from '../entry'
import type { Spot } from '../locate'
import {
  belowDash,
  belowKey,
  type Columns,
  type Rendered,
  renderBlock,
  renderFlow,
} from '../print-yaml'
import { columnOf, lineEnd, lineStart, skipBlanks, startsLine } from '../text'
import { entriesOf, isBlockCollection, isBlockScalar, isPair, type YamlNode } from '../tree'
import { YamlSource } from '../yaml-source'
import type { Subject } from './edited'
import { headerComment, spliceScalar } from './splice-scalar'

/** True inside `{}` or `[]`. */
export function isInFlow(spot: Spot): boolean {
  return spot.parent?.node.flow ?? false
}

/** Column of the key or dash that holds the value; -1 for the root. */
function parentColumn(text: string, spot: Spot): number {
  return spot.entry ? columnOf(text, spot.entry.start) : -1
}

/** The one edit that gives the node at `spot` another value. */
export function replaceValue(subject: Subject, spot: Spot, value: unknown): TextEdit {
  const { node } = spot
  if (isInFlow(spot)) return replaceInFlow(subject, spot, value)
  if (isScalarValue(value) && node.kind === 'scalar' && node.style !== 'empty') {
    return spliceInBlock(subject, spot, value)
  }
  if (keepsFlow(node, value)) {
    const from = contentStart(node)
    return { from, to: node.to, insert: keptAnchor(node) + renderFlow(value, subject.style) }
  }
  return isBlockCollection(node)
    ? replaceBlock(subject, spot, value)
    : replaceInline(subject, spot, value)
}

function isScalarValue(value: unknown): boolean {
  return value === null || typeof value !== 'object'
}

/** A tag goes with the value that it describes; an anchor stays. */
function contentStart(node: YamlNode): number {
  return node.tag === undefined ? node.from : node.start
}

function keptAnchor(node: YamlNode): string {
  return node.tag !== undefined && node.anchor !== undefined ? `&${node.anchor} ` : ''
}

function keepsFlow(node: YamlNode, value: unknown): boolean {
  if ((node.kind !== 'map' && node.kind !== 'seq') || !node.flow) return false
  return entriesOf(node).length > 0 && !isScalarValue(value) && !(value instanceof YamlSource)
}

function replaceInFlow({ text, style }: Subject, spot: Spot, value: unknown): TextEdit {
  const { node, entry } = spot
  const content =
    node.kind === 'scalar' && node.style !== 'empty' && isScalarValue(value)
      ? spliceScalar(text, node, value, { flow: true, parentColumn: 0 }, style)
      : renderFlow(value, style)
  const printed = keptAnchor(node) + content
  const from = contentStart(node)
  if (node.from !== node.to || !entry) return { from, to: node.to, insert: printed }
  const missing = isPair(entry) && entry.colon < 0
  if (missing) return { from: entry.key.to, to: entry.key.to, insert: `: ${printed}` }
  const apart = /[\s[{,]/.test(text[from - 1] ?? ' ')
  return { from, to: node.to, insert: apart ? printed : ` ${printed}` }
}

function spliceInBlock({ text, style }: Subject, spot: Spot, value: unknown): TextEdit {
  const { node } = spot
  if (node.kind !== 'scalar') throw new TypeError('only a scalar is spliced')
  const place = { flow: false, parentColumn: parentColumn(text, spot) }
  const printed = spliceScalar(text, node, value, place, style)
  const was = isBlockScalar(node)
  const becomes = printed.includes('\n')
  const from = contentStart(node)
  const keep = keptAnchor(node)
  if (was && !becomes) {
    // The comment behind the header stays behind the value.
    return {
      from,
      to: node.to,
      insert: keep + printed + headerComment(text.slice(node.from, node.to)),
    }
  }
  if (!was && becomes) return moveComment(text, from, node.to, keep + printed)
  return { from, to: node.to, insert: keep + printed }
}

/** Puts `insert` for `[from, to)`; the comment behind goes to the end of its first line. */
function moveComment(text: string, from: number, to: number, insert: string): TextEdit {
  const end = lineEnd(text, to)
  const behind = text.slice(to, end).trimEnd()
  const cut = insert.search(/\r?\n/)
  return { from, to: end, insert: insert.slice(0, cut) + behind + insert.slice(cut) }
}

function columnsFor({ text, style }: Subject, spot: Spot): Columns {
  const { entry } = spot
  if (!entry) return { column: 0, listColumn: 0, parentColumn: -1 }
  const column = columnOf(text, entry.start)
  return isPair(entry) ? belowKey(column, style) : belowDash(column)
}

/** The old value stands on the line of its key: a scalar, an alias, a flow collection, nothing. */
function replaceInline(subject: Subject, spot: Spot, value: unknown): TextEdit {
  const { text, style } = subject
  const { node, entry } = spot
  const rendered = renderBlock(value, columnsFor(subject, spot), style)
  if (!entry) return replaceRoot(subject, spot, rendered)
  const keep = keptAnchor(node)
  const from = contentStart(node)
  const old = text.slice(node.from, node.to)
  const header = isBlockScalar(node) ? headerComment(old) : ''
  if ('inline' in rendered) {
    const missing = isPair(entry) && entry.colon < 0
    const apart = from !== node.to || /[ \t]/.test(text[from - 1] ?? '')
    const lead = missing
      ? `${style.lineEnd}${' '.repeat(columnOf(text, entry.start))}: `
      : apart
        ? ''
        : ' '
    const insert = lead + keep + rendered.inline
    if (rendered.inline.includes('\n')) return moveComment(text, from, node.to, insert)
    return { from, to: node.to, insert: insert + header }
  }
  // Below: what stands behind the old value stays on the key's line.
  let start = from
  while (start > entry.start && /[ \t]/.test(text[start - 1] ?? '')) start--
  const end = isBlockScalar(node) ? node.to : lineEnd(text, node.to)
  const behind = header + (isBlockScalar(node) ? '' : text.slice(node.to, end).trimEnd())
  const anchor = keep && ` ${keep.trimEnd()}`
  const compact = !isPair(entry) && behind === '' && anchor === '' && node.anchor === undefined
  const insert = compact
    ? ` ${rendered.below.slice(rendered.column)}`
    : anchor +
      (behind && !/^\s/.test(behind) ? ` ${behind}` : behind) +
      style.lineEnd +
      rendered.below
  return { from: start, to: end, insert }
}

function replaceRoot({ text, style, doc }: Subject, spot: Spot, rendered: Rendered): TextEdit {
  const { node } = spot
  const body = 'inline' in rendered ? rendered.inline : rendered.below
  if (node.from !== node.to) {
    const broken = 'below' in rendered && !startsLine(text, node.from)
    return { from: contentStart(node), to: node.to, insert: (broken ? style.lineEnd : '') + body }
  }
  // An empty document: after its comments, before an end mark.
  const mark = /^\.\.\.(?=\s|$)/m.exec(text.slice(node.from, doc.range.to))
  const at = mark ? node.from + mark.index : doc.range.to
  const open = at > 0 && !(at === 1 && text.charCodeAt(0) === 0xfeff) && text[at - 1] !== '\n'
  return {
    from: at,
    to: at,
    insert: (open ? style.lineEnd : '') + body + (open ? '' : style.lineEnd),
  }
}

/** The old value is a block collection. */
function replaceBlock(subject: Subject, spot: Spot, value: unknown): TextEdit {
  const { text, style, doc } = subject
  const { node, entry } = spot
  const entries = entriesOf(node)
  const first = entries[0]
  const last = entries.at(-1)
  if (!first || !last) throw new TypeError('a block collection has entries')
  const ownLine = startsLine(text, first.start)
  const end = trimBreak(text, linesEnd(text, last))
  const column = columnOf(text, node.from)
  const usual = columnsFor(subject, spot)
  const columns = node.kind === 'map' ? { ...usual, column } : { ...usual, listColumn: column }
  const rendered = renderBlock(value, columns, style)
  if (!ownLine) {
    const insert = 'inline' in rendered ? rendered.inline : rendered.below.slice(rendered.column)
    const same = 'inline' in rendered || rendered.column === column
    return {
      from: node.from,
      to: end,
      insert: same ? insert : style.lineEnd + ('below' in rendered ? rendered.below : ''),
    }
  }
  const from = attachedStart(text, first.start, doc.range.from)
  if ('below' in rendered) return { from, to: end, insert: rendered.below }
  if (!entry) return { from, to: end, insert: rendered.inline }
  return inlineInstead(subject, spot, rendered.inline, from, end)
}

/** Puts `inline` behind the key; comments between the key and the old value stay. */
function inlineInstead(
  { text }: Subject,
  spot: Spot,
  inline: string,
  from: number,
  end: number,
): TextEdit {
  const { node, entry } = spot
  if (!entry) throw new TypeError('a root has no key')
  const lead = isPair(entry) ? entry.colon + 1 : entry.start + 1
  const props =
    node.start < node.from ? skipProps(text, node.start, lineEnd(text, node.start)) : lead
  const at = Math.max(lead, props)
  const cut = inline.search(/\r?\n/)
  const head = cut < 0 ? inline : inline.slice(0, cut)
  const rest = cut < 0 ? '' : inline.slice(cut)
  const between = text.slice(at, trimBreak(text, lineStart(text, from)))
  // A block scalar's lines come right behind its header: the comments in between would be text.
  const kept = rest === '' ? between : text.slice(at, lineEnd(text, at)).trimEnd()
  return { from: at, to: end, insert: ` ${head}${kept.trimEnd()}${rest}` }
}

/** After the anchor and tag that begin at `at`. */
function skipProps(text: string, at: number, end: number): number {
  let i = at
  while (i < end && (text[i] === '&' || text[i] === '!')) {
    while (i < end && !/\s/.test(text[i] ?? ' ')) i++
    const next = skipBlanks(text, i)
    if (text[next] !== '&' && text[next] !== '!') return i
    i = next
  }
  return i
}
