import { displayPath, type Path } from '@/lib/promise/path'
import { reindent } from '../carry'
import type { YamlDocument } from '../document'
import { locate } from '../locate'
import { renderFlow } from '../print-yaml'
import { columnOf } from '../text'
import { YamlSource } from '../yaml-source'
import { type At, indexOf, insertBlock, insertFlow } from './add'
import { type Edited, edited, refused, subjectOf } from './edited'
import { guarded } from './guard'
import { isVacant, setValue } from './set-value'

/**
 * Adds entries, given as the text of a map in block style, to the map at `mapPath`, which is made
 * when absent: with their comments, but in a map of flow style in one line.
 * @param keys the keys of the text, at least one
 */
export function pasteEntries(
  doc: YamlDocument,
  mapPath: Path,
  keys: readonly string[],
  source: string,
  at: At = 'last',
): Edited {
  const [first] = keys
  if (first === undefined) return edited()
  return guarded(doc, [...mapPath, first], (here, path) => {
    const subject = subjectOf(here)
    const parent = path.slice(0, -1)
    const spot = locate(subject.root, parent)
    const name = displayPath(parent) || 'The document'
    const taken = keys.find((key) => spot && locate(subject.root, [...parent, key]))
    if (taken !== undefined) return refused(`${name} has the key ${JSON.stringify(taken)} already.`)
    if (!spot || isVacant(spot.node, first)) return setValue(here, parent, new YamlSource(source))
    const { node } = spot
    if (node.kind !== 'map') return refused(`${name} is not a map.`)
    const index = indexOf(node, at)
    if (node.flow) {
      if (node.bare) return refused('This map has no braces of its own; nothing can be added.')
      const pairs = renderFlow(new YamlSource(source), subject.style).slice(1, -1)
      return edited(insertFlow(subject, node, index, pairs))
    }
    const column = columnOf(subject.text, node.from)
    const body = reindent(source.replace(/\n$/, ''), column, 0, subject.style.lineEnd)
    return edited(...insertBlock(subject, spot, index, body))
  })
}
