import { displayPath, type Path } from '@/lib/promise/path'
import { carryFlow, reindent, trimBreak } from '../carry'
import { entryRange, type YamlDocument } from '../document'
import { locate, type Spot } from '../locate'
import { keyText } from '../print-yaml'
import { columnOf, startsLine } from '../text'
import { isPair, walk } from '../tree'
import { type Edited, edited, refused, type Subject, subjectOf } from './edited'
import { guarded } from './guard'
import { insertBlock, insertFlow } from './insert'

/** Duplicates the entry at `path` right after it, source and comments kept, under another key. */
export function copyEntry(
  doc: YamlDocument,
  path: Path,
  options: { readonly key?: string } = {},
): Edited {
  return guarded(doc, path, (here, at) => {
    const subject = subjectOf(here)
    const spot = locate(subject.root, at)
    if (!spot?.entry || !spot.parent)
      return refused(`There is nothing to copy at ${displayPath(at)}.`)
    let key: string | undefined
    if (isPair(spot.entry)) {
      const taken = (name: string) => locate(subject.root, [...at.slice(0, -1), name]) !== undefined
      key = options.key ?? freeKey(spot.entry.name ?? 'entry', taken)
      if (taken(key)) return refused(`The key ${JSON.stringify(key)} is there already.`)
    }
    if (anchorsUsedInside(spot))
      return refused('It holds an anchor and an alias of it; a copy would bind other aliases anew.')
    const { node } = spot.parent
    if (node.flow)
      return edited(insertFlow(subject, node, spot.index + 1, flowCopy(subject, spot, key)))
    return edited(
      ...insertBlock(subject, spot.parent, spot.index + 1, blockCopy(subject, spot, key)),
    )
  })
}

function freeKey(key: string, taken: (name: string) => boolean): string {
  let name = `${key}-copy`
  for (let i = 2; taken(name); i++) name = `${key}-copy-${i}`
  return name
}

function anchorsUsedInside(spot: Spot): boolean {
  let used = false
  walk(spot.node, (node) => {
    if (node.kind !== 'alias' || !node.target) return
    if (node.target.start >= spot.node.start && node.target.to <= spot.node.to) used = true
  })
  return used
}

function flowCopy({ text, style }: Subject, spot: Spot, key: string | undefined): string {
  const carried = { text, node: spot.node, parentColumn: 0, withoutAnchors: true }
  const value = carryFlow(carried, style)
  return key === undefined ? value : `${keyText(key, style, true)}: ${value}`
}

/** The source of the entry with its key replaced and without its anchors. */
function blockCopy({ text, style, doc }: Subject, spot: Spot, key: string | undefined): string {
  const { entry, parent } = spot
  if (!entry || !parent) throw new TypeError('a root is not copied')
  const range = entryRange(text, spot, doc.range.from)
  const own = columnOf(text, entry.start)
  const from = startsLine(text, entry.start) ? range.from + own : range.from
  const to = trimBreak(text, range.to)
  const cuts: { from: number; to: number; insert: string }[] = []
  if (isPair(entry) && key !== undefined) {
    cuts.push({ from: entry.key.start, to: entry.key.to, insert: keyText(key, style) })
  }
  walk(entry.value, (node) => {
    if (node.anchor === undefined) return
    const at = text.indexOf(`&${node.anchor}`, node.start)
    let end = at + node.anchor.length + 1
    while (text[end] === ' ') end++
    const start = text[end] === '\n' || text[end] === '\r' || end >= text.length ? at - 1 : at
    cuts.push({ from: start, to: end, insert: '' })
  })
  let source = ''
  let at = from
  for (const cut of cuts.sort((a, b) => a.from - b.from)) {
    source += text.slice(at, cut.from) + cut.insert
    at = cut.to
  }
  source += text.slice(at, to)
  return reindent(source, 0, 0, style.lineEnd)
}
