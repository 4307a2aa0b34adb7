import type { TextEdit } from '@/lib/promise/command'
import { displayPath, type Path } from '@/lib/promise/path'
import { entryRange, type YamlDocument } from '../document'
import { locate, type Spot } from '../locate'
import { afterBlankLines, columnOf, skipSpace, startsLine } from '../text'
import { entriesOf, entryEnd, isBlockScalar, lastLeaf, type YamlNode } from '../tree'
import { type Edited, edited, refused, type Subject, subjectOf } from './edited'
import { anchorInUse, guarded } from './guard'
import { replaceValue } from './replace-value'

export interface RemoveOptions {
  /** Remove a parent that loses its last entry, too; else it becomes `{}` or `[]`. */
  readonly prune?: boolean
}

/** Removes the entry at `path` with its attached comments. Nothing there: nothing to do. */
export function removeAt(doc: YamlDocument, path: Path, options: RemoveOptions = {}): Edited {
  return guarded(doc, path, (here, at) => {
    const subject = subjectOf(here)
    let spot = locate(subject.root, at)
    if (!spot) return edited()
    if (at.length === 0) return refused('A document cannot be removed from its file.')
    while (options.prune && spot.parent?.entry && entriesOf(spot.parent.node).length === 1) {
      spot = spot.parent
    }
    const used = anchorInUse(here, spot.node, 'whole')
    if (used) return used
    const merges = spot.entry && mergesInto(spot)
    if (merges) return refused(`${displayPath(at)} is given twice; mend its text first.`)
    return edited(cut(subject, spot))
  })
}

/** Removes some items of the list at `listPath`, but not all, in one edit of the document. */
export function removeItems(doc: YamlDocument, listPath: Path, indexes: readonly number[]): Edited {
  return guarded(doc, listPath, (here, at) => {
    const subject = subjectOf(here)
    const spots = indexes.toSorted((a, b) => a - b).map((i) => locate(subject.root, [...at, i]))
    const found = spots.filter((spot) => spot !== undefined)
    const used = found.map(({ node }) => anchorInUse(here, node, 'whole')).find(Boolean)
    if (used) return used
    const size = entriesOf(found[0]?.parent?.node ?? subject.root).length
    // Those at the end go as one: each of them alone would take the comma before it.
    const kept = found.findLastIndex(({ index }, i) => index !== size - found.length + i) + 1
    const flow = found[0]?.parent?.node
    const ending = flow && 'flow' in flow && flow.flow ? found.slice(kept) : []
    const [first] = ending
    const last = ending.at(-1)
    const single = found.slice(0, found.length - ending.length).map((spot) => cut(subject, spot))
    return edited(...single, ...(first && last ? [cutFlow(subject, last, first.index)] : []))
  })
}

/** A key that is there twice would come back with its other value. */
function mergesInto(spot: Spot): boolean {
  const { parent, entry } = spot
  if (parent?.node.kind !== 'map' || !entry || !('name' in entry)) return false
  return parent.node.pairs.some((pair) => pair !== entry && !pair.merge && pair.name === entry.name)
}

/** The edit that takes the entry of `spot` out of its parent. */
export function cut(subject: Subject, spot: Spot): TextEdit {
  const { parent, entry } = spot
  if (!parent || !entry) throw new TypeError('a root is not cut')
  if (entriesOf(parent.node).length === 1) {
    return emptied(subject, parent)
  }
  return parent.node.flow ? cutFlow(subject, spot) : cutBlock(subject, spot)
}

/** A collection that loses its last entry. */
function emptied(subject: Subject, parent: Spot): TextEdit {
  const { node } = parent
  if (node.kind === 'map' && node.bare) throw new TypeError('a bare pair is removed as an item')
  if ((node.kind === 'map' || node.kind === 'seq') && node.flow) {
    return { from: node.from + 1, to: node.to - 1, insert: '' }
  }
  return replaceValue(subject, parent, node.kind === 'seq' ? [] : {})
}

function cutBlock({ text, doc }: Subject, spot: Spot): TextEdit {
  const { entry, parent, index } = spot
  if (!entry || !parent) throw new TypeError('a root is not cut')
  const { from, to } = entryRange(text, spot, doc.range.from)
  if (!startsLine(text, entry.start)) {
    // The next entry, or its comments, come up behind the dash.
    const next = entriesOf(parent.node)[index + 1]
    const column = columnOf(text, entry.start)
    const up = to + countBlanks(text, to, column)
    if (next) return { from, to: up, insert: '' }
    throw new TypeError('the only entry is not cut')
  }
  const endsFile = to === text.length && text[to - 1] !== '\n'
  const before = entriesOf(parent.node)[index - 1]
  if (endsFile && from > 0 && !(before && endsWithBreak(lastLeaf(before.value)))) {
    // The file keeps its missing last line break.
    return { from: from - (text[from - 2] === '\r' ? 2 : 1), to, insert: '' }
  }
  const keeps = before && isKept(text, lastLeaf(before.value))
  return { from, to: keeps ? afterBlankLines(text, to) : to, insert: '' }
}

/** True for a block scalar to which all blank lines behind it belong. */
export function isKept(text: string, node: YamlNode): boolean {
  return isBlockScalar(node) && /^[|>][0-9]*\+/.test(text.slice(node.from, node.from + 4))
}

/** True for a block scalar whose value needs the line break behind it. */
function endsWithBreak(node: YamlNode): boolean {
  return isBlockScalar(node) && node.text.endsWith('\n')
}

function countBlanks(text: string, at: number, most: number): number {
  let count = 0
  while (count < most && text[at + count] === ' ') count++
  return count
}

/** @param first index of the first entry that goes: that of `spot`, or one before it */
function cutFlow({ text }: Subject, spot: Spot, first = spot.index): TextEdit {
  const { entry, parent, index } = spot
  if (!entry || !parent) throw new TypeError('a root is not cut')
  const entries = entriesOf(parent.node)
  const next = entries[index + 1]
  const start = entries[first]?.start ?? entry.start
  const before = entries[first - 1]
  if (next) return { from: start, to: next.start, insert: '' }
  const end = entryEnd(entry)
  const from = before ? entryEnd(before) : start
  // A comma behind the last entry stays behind the one that is last now.
  const comma = skipSpace(text, end, parent.node.to)
  if (text[comma] === ',') {
    const own = skipSpace(text, from, start)
    return { from: own, to: comma, insert: '' }
  }
  return { from, to: end, insert: '' }
}
