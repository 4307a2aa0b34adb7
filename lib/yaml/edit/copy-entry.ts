import { displayPath, type Path } from '@/lib/promise/path'
import type { YamlDocument } from '../document'
import { locate, type Spot } from '../locate'
import { columnOf } from '../text'
import { isPair, walk } from '../tree'
import { insertBlock, insertFlow } from './add'
import { type Edited, edited, refused, subjectOf } from './edited'
import { entrySource } from './entry-source'
import { guarded } from './guard'

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
    const column = columnOf(subject.text, node.from)
    const goal = { kind: node.kind, flow: node.flow, column, key, withoutAnchors: true }
    const body = entrySource(subject, spot, goal)
    if (node.flow) return edited(insertFlow(subject, node, spot.index + 1, body))
    return edited(...insertBlock(subject, spot.parent, spot.index + 1, body))
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
