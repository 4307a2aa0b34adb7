import type { TextEdit } from '@/lib/promise/command'
import { displayPath, isWithin, type Path } from '@/lib/promise/path'
import type { YamlDocument } from '../document'
import { locate, type Spot } from '../locate'
import { columnOf } from '../text'
import { entriesOf, isPair, type MapNode, type SeqNode, walk } from '../tree'
import { YamlSource } from '../yaml-source'
import { insertBlock, insertFlow } from './add'
import { type Edited, edited, refused, type Subject, subjectOf } from './edited'
import { entrySource } from './entry-source'
import { anchorInUse, guarded } from './guard'
import { cut } from './remove-at'
import { isVacant, setValue } from './set-value'

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
    return moveIntoEmpty(subject, spot, target, to)
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
  const column = columnOf(subject.text, node.from)
  const body = entrySource(subject, spot, { kind: node.kind, flow: node.flow, column, key })
  const added = node.flow
    ? [insertFlow(subject, node, index, body)]
    : insertBlock(subject, target, index, body)
  return edited(...together(subject, added, cut(subject, spot)))
}

/** The edits of a move. Where the entry ended a file without a last line break, they may be one. */
function together(
  { text, style }: Subject,
  added: readonly TextEdit[],
  gone: TextEdit,
): TextEdit[] {
  const end = text.length
  const insertion = added.at(-1)
  if (!insertion || gone.to !== end || text.endsWith('\n')) return [...added, gone]
  // With the entry goes the line break before it: what comes in its place needs one.
  const lead = /^\r?\n/.exec(text.slice(gone.from, gone.from + 2))?.[0].length ?? 0
  const from = gone.from + lead
  if (gone.insert === '' && insertion.from === from) {
    return [{ from, to: end, insert: trimBreak(insertion.insert) }]
  }
  if (insertion.from !== end) return [...added, gone]
  if (gone.insert !== '') return [insertion, gone]
  return [{ from, to: end, insert: insertion.insert.slice(style.lineEnd.length) }]
}

function trimBreak(text: string): string {
  return text.replace(/\r?\n$/, '')
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

/** The new parent is absent, null or empty: it is made with the entry in it. */
function moveIntoEmpty(subject: Subject, spot: Spot, target: Spot | undefined, to: MoveTo): Edited {
  const { doc } = subject
  const own = spot.entry && isPair(spot.entry) ? spot.entry.name : undefined
  const key = to.key ?? own
  const list =
    target?.node.kind === 'seq' ||
    (target?.node.kind !== 'map' && (typeof to.before === 'number' || key === undefined))
  if (!list && key === undefined)
    return refused(`In ${displayPath(to.parent)} the entry needs a key.`)
  const vacant = !target || isVacant(target.node, list ? 0 : '')
  if (!vacant) return refused(`${displayPath(to.parent)} is neither map nor list.`)
  const used = anchorInUse(doc, spot.node, 'whole')
  if (used) return used
  const kind = list ? 'seq' : 'map'
  const source = entrySource(subject, spot, { kind, flow: false, column: 0, key })
  const made = setValue(doc, to.parent, new YamlSource(source + subject.style.lineEnd))
  return made.ok ? edited(...made.edits, cut(subject, spot)) : made
}
