import { displayPath, type Path } from '@/lib/promise/path'
import type { YamlDocument } from '../document'
import { locate } from '../locate'
import { type At, insertInList, insertInMap } from './add'
import { type Edited, edited, refused, subjectOf } from './edited'
import { guarded } from './guard'
import { replaceValue } from './replace-value'
import { isVacant, setValue } from './set-value'

/** Adds `key: value` to the map at `mapPath`, which is made when absent. */
export function insertEntry(
  doc: YamlDocument,
  mapPath: Path,
  key: string,
  value: unknown,
  at: At = 'last',
): Edited {
  return guarded(doc, [...mapPath, key], (here, path) => {
    const subject = subjectOf(here)
    const parent = path.slice(0, -1)
    const spot = locate(subject.root, parent)
    const name = displayPath(parent) || 'The document'
    if (locate(subject.root, path))
      return refused(`${name} has the key ${JSON.stringify(key)} already.`)
    if (!spot) return setValue(here, parent, Object.fromEntries([[key, value]]))
    if (isVacant(spot.node, key)) {
      return edited(replaceValue(subject, spot, Object.fromEntries([[key, value]])))
    }
    if (spot.node.kind !== 'map') return refused(`${name} is not a map.`)
    return insertInMap(subject, { ...spot, node: spot.node }, key, value, at)
  })
}

/** Adds an item to the list at `listPath`, which is made when absent; `index` may be its length. */
export function insertItem(
  doc: YamlDocument,
  listPath: Path,
  index: number,
  value: unknown,
): Edited {
  return guarded(doc, [...listPath, index], (here, path) => {
    const subject = subjectOf(here)
    const parent = path.slice(0, -1)
    const spot = locate(subject.root, parent)
    if (!spot) return setValue(here, parent, [value])
    if (isVacant(spot.node, 0)) return edited(replaceValue(subject, spot, [value]))
    if (spot.node.kind !== 'seq')
      return refused(`${displayPath(parent) || 'The document'} is not a list.`)
    return insertInList(subject, { ...spot, node: spot.node }, index, value)
  })
}
