import { displayPath, type Path } from '@/lib/promise/path'
import type { YamlDocument } from '../document'
import { locate } from '../locate'
import { keyText } from '../print-yaml'
import { isPair } from '../tree'
import { type Edited, edited, refused, subjectOf } from './edited'
import { guarded } from './guard'
import { spliceScalar } from './splice-scalar'

/** Gives the entry at `path` another key, written as the old one is. */
export function renameKey(doc: YamlDocument, path: Path, newKey: string): Edited {
  return guarded(doc, path, (here, at) => {
    const { root, text, style } = subjectOf(here)
    const spot = locate(root, at)
    const name = displayPath(at)
    if (!spot?.entry || !spot.parent || !isPair(spot.entry)) return refused(`${name} has no key.`)
    const { key } = spot.entry
    if (spot.entry.name === newKey) return edited()
    if (locate(root, [...at.slice(0, -1), newKey])) {
      return refused(
        `${displayPath(at.slice(0, -1)) || 'The document'} has the key ${JSON.stringify(newKey)} already.`,
      )
    }
    const { flow } = spot.parent.node
    const insert =
      key.kind === 'scalar' && key.style !== 'empty'
        ? spliceScalar(text, key, newKey, { flow, key: true, parentColumn: 0 }, style)
        : keyText(newKey, style, flow)
    return edited({ from: key.start, to: key.to, insert })
  })
}
