import type { TextEdit } from '@/lib/promise/command'
import { displayPath, isWithin, type Path } from '@/lib/promise/path'
import { carryBlock, carryFlow, reindent, trimBreak } from '../carry'
import { entryRange, type YamlDocument } from '../document'
import { locate, type Spot } from '../locate'
import { afterDash, afterKey, belowDash, belowKey, keyText } from '../print-yaml'
import { columnOf, lineStart, startsLine } from '../text'
import { entriesOf, isPair, type MapNode, type SeqNode, walk } from '../tree'
import { YamlSource } from '../yaml-source'
import { type Edited, edited, refused, type Subject, subjectOf } from './edited'
import { anchorInUse, guarded } from './guard'
import { insertBlock, insertEntry, insertFlow, insertItem } from './insert'
import { cut } from './remove-at'

export interface MoveTo {
  readonly parent: Path
  /** Key or index of the entry to stand before, as it is now; absent: at the end. */
  readonly before?: string | number
  /** The key in the new place; needed where an item comes into a map. */
  readonly key?: string
}

/** Moves an entry with its comments, its source re-indented, within its parent or to another. */
export function moveEntry(doc: YamlDocument, path: Path, to: MoveTo): Edited {
  return guarded(doc, path, (here, at) =>
    guarded(here, to.parent, (there, parent) => move(there, at, { ...to, parent })),
  )
}

function move(doc: YamlDocument, path: Path, to: MoveTo): Edited {
  const subject = subjectOf(doc)
  const spot = locate(subject.root, path)
  if (!spot?.entry || !spot.parent)
    return refused(`There is nothing to move at ${displayPath(path)}.`)
  if (isWithin(to.parent, path)) return refused('An entry cannot move into itself.')
  const target = locate(subject.root, to.parent)
  const same = target?.node === spot.parent.node
  const name = displayPath(to.parent) || 'The document'
  const key = to.key ?? (isPair(spot.entry) ? spot.entry.name : undefined)
  if (!target || entriesOf(target.node).length === 0) {
    return moveIntoEmpty(doc, subject, spot, to, key)
  }
  const { node } = target
  if (node.kind !== 'map' && node.kind !== 'seq') return refused(`${name} is neither map nor list.`)
  if (node.kind === 'map') {
    if (key === undefined) return refused(`In ${name} the entry needs a key.`)
    const there = locate(subject.root, [...to.parent, key])
    if (there && there.entry !== spot.entry) {
      return refused(`${name} has the key ${JSON.stringify(key)} already.`)
    }
  }
  const index = positionIn(node, to.before)
  if (index === undefined) return refused(`${name} has nothing at ${JSON.stringify(to.before)}.`)
  if (same && (index === spot.index || index === spot.index + 1)) return edited()
  const used = anchorInUse(doc, spot.node, 'whole') ?? aliasTooEarly(spot, target, index)
  if (used) return used
  const body = carried(subject, spot, node, node.kind === 'map' ? key : undefined)
  const edits = node.flow
    ? [insertFlow(subject, node, index, body)]
    : insertBlock(subject, target, index, body)
  return joined([...edits, cut(subject, spot)])
}

function positionIn(
  node: MapNode | SeqNode,
  before: string | number | undefined,
): number | undefined {
  const entries = entriesOf(node)
  if (before === undefined) return entries.length
  if (typeof before === 'number') return before <= entries.length ? before : undefined
  if (node.kind !== 'map') return undefined
  const index = node.pairs.findLastIndex((pair) => pair.name === before && !pair.merge)
  return index < 0 ? undefined : index
}

/** Aliases follow their anchors; a move to before one would break it. */
function aliasTooEarly(spot: Spot, target: Spot, index: number): Edited | undefined {
  const at = entriesOf(target.node)[index]?.start ?? target.node.to
  let early: string | undefined
  walk(spot.node, (one) => {
    if (one.kind !== 'alias' || !one.target) return
    const inside = one.target.start >= spot.node.start && one.target.to <= spot.node.to
    if (!inside && one.target.start >= at) early = one.name
  })
  return early === undefined
    ? undefined
    : refused(`The alias *${early} has to stand after its anchor.`)
}

/** The entry's source for its new place, without the indent of its first line. */
function carried(
  { text, style, doc }: Subject,
  spot: Spot,
  target: MapNode | SeqNode,
  key: string | undefined,
): string {
  const { entry, parent } = spot
  if (!entry || !parent) throw new TypeError('a root is not moved')
  const own = { text, node: entry.value, parentColumn: columnOf(text, entry.start) }
  if (target.flow) {
    const value = carryFlow(own, style)
    return key === undefined ? value : `${flowKey(text, spot, key, style)}: ${value}`
  }
  const column = columnOf(text, target.from)
  const keeps = !parent.node.flow && parent.node.kind === target.kind
  if (keeps && (!isPair(entry) || entry.name === key)) {
    const range = entryRange(text, spot, doc.range.from)
    const from = startsLine(text, entry.start)
      ? range.from + columnOf(text, entry.start)
      : range.from
    const source = text.slice(from, trimBreak(text, range.to))
    return reindent(source, column - columnOf(text, entry.start), 0, style.lineEnd)
  }
  if (parent.node.flow) {
    const value = carryFlow(own, style)
    return key === undefined ? `- ${value}` : `${keyText(key, style)}: ${value}`
  }
  const comments = commentsAbove(text, spot, doc.range.from, column, style.lineEnd)
  const rendered = carryBlock(
    own,
    key === undefined ? belowDash(column) : belowKey(column, style),
    style,
  )
  return (
    comments +
    (key === undefined
      ? `-${afterDash(rendered)}`
      : `${keyText(key, style)}:${afterKey(rendered, style)}`)
  )
}

function flowKey(text: string, spot: Spot, key: string, style: Subject['style']): string {
  const { entry } = spot
  const kept = entry && isPair(entry) && entry.name === key && entry.key.kind === 'scalar'
  const source = kept ? text.slice(entry.key.from, entry.key.to) : ''
  return kept && /^["']/.test(source) ? source : keyText(key, style, true)
}

/** Attached comments, for an entry of which the first line is written anew. */
function commentsAbove(
  text: string,
  spot: Spot,
  floor: number,
  column: number,
  lineBreak: string,
): string {
  const { entry } = spot
  if (!entry || !startsLine(text, entry.start)) return ''
  const { from } = entryRange(text, spot, floor)
  const until = lineStart(text, entry.start)
  if (until <= from) return ''
  const own = columnOf(text, entry.start)
  const source = text.slice(from + own, trimBreak(text, until))
  return reindent(source, column - own, 0, lineBreak) + lineBreak + ' '.repeat(column)
}

/** The new parent is absent, null or empty: it is made with the entry in it. */
function moveIntoEmpty(
  doc: YamlDocument,
  subject: Subject,
  spot: Spot,
  to: MoveTo,
  key: string | undefined,
): Edited {
  const { text, style } = subject
  const { entry } = spot
  if (!entry) return refused('A document cannot move.')
  const used = anchorInUse(doc, spot.node, 'whole')
  if (used) return used
  const own = { text, node: entry.value, parentColumn: columnOf(text, entry.start) }
  const rendered = carryBlock(own, { column: 0, listColumn: 0, parentColumn: -1 }, style)
  const value = new YamlSource('inline' in rendered ? rendered.inline : rendered.below)
  const list = to.before !== undefined ? typeof to.before === 'number' : key === undefined
  const made = list
    ? insertItem(doc, to.parent, 0, value)
    : key === undefined
      ? refused('The entry needs a key there.')
      : insertEntry(doc, to.parent, key, value)
  if (!made.ok) return made
  return joined([...made.edits, cut(subject, spot)])
}

/** Edits of one move; those that meet in one place come in the order of the text. */
function joined(edits: readonly TextEdit[]): Edited {
  return edited(...edits)
}
