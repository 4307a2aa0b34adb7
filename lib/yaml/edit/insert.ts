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
  return insertEntries(doc, mapPath, [[key, value]], at)
}

/** Adds entries, at least one, in their order and in one place; as {@link insertEntry} for each. */
export function insertEntries(
  doc: YamlDocument,
  mapPath: Path,
  entries: readonly (readonly [key: string, value: unknown])[],
  at: At = 'last',
): Edited {
  const [first] = entries
  if (!first) return edited()
  return guarded(doc, [...mapPath, first[0]], (here, path) => {
    const subject = subjectOf(here)
    const parent = path.slice(0, -1)
    const spot = locate(subject.root, parent)
    const name = displayPath(parent) || 'The document'
    const taken = entries.find(([key]) => spot && locate(subject.root, [...parent, key]))
    if (taken) return refused(`${name} has the key ${JSON.stringify(taken[0])} already.`)
    if (!spot) return setValue(here, parent, Object.fromEntries(entries))
    if (isVacant(spot.node, first[0])) {
      return edited(replaceValue(subject, spot, Object.fromEntries(entries)))
    }
    if (spot.node.kind !== 'map') return refused(`${name} is not a map.`)
    return insertInMap(subject, { ...spot, node: spot.node }, entries, at)
  })
}

/** Adds an item to the list at `listPath`, which is made when absent; `index` may be its length. */
export function insertItem(
  doc: YamlDocument,
  listPath: Path,
  index: number,
  value: unknown,
): Edited {
  return insertItems(doc, listPath, index, [value])
}

/** Adds items, at least one, in their order and in one place; as {@link insertItem} for each. */
export function insertItems(
  doc: YamlDocument,
  listPath: Path,
  index: number,
  values: readonly unknown[],
): Edited {
  return guarded(doc, [...listPath, index], (here, path) => {
    const subject = subjectOf(here)
    const parent = path.slice(0, -1)
    const spot = locate(subject.root, parent)
    if (!spot) return setValue(here, parent, values)
    if (isVacant(spot.node, 0)) return edited(replaceValue(subject, spot, values))
    if (spot.node.kind !== 'seq')
      return refused(`${displayPath(parent) || 'The document'} is not a list.`)
    return insertInList(subject, { ...spot, node: spot.node }, index, values)
  })
}
