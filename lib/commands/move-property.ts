import { type Command, refused } from '@/lib/promise/command'
import { isRecord, isWithin, type Path, samePath, valueAt } from '@/lib/promise/path'
import { valuesInDefaults } from '@/lib/schema/places'
import { moveEntry } from '@/lib/yaml/edit'
import { editPromiseText, set } from './edit-yaml'
import { followSpecPath } from './follow-spec-path'
import { onProperty } from './on-promise'
import { isRequired, unrequire } from './required-edits'
import { setRequired } from './set-required'
import { remove } from './yaml-edits'

export interface PropertyTarget {
  /** The map to move into (`…properties`): `childrenPath` of the property above. */
  readonly parent: Path
  /** Name of the property to stand before; the end when absent. */
  readonly before?: string
}

/**
 * Moves a property among its siblings or into and out of objects, with its text. In a new object
 * it is required as it was in the old one, and the values that read it follow.
 */
export function moveProperty(path: Path, { parent, before }: PropertyTarget): Command {
  const label = 'Move property'
  return onProperty(label, path, ({ value, files, promise, name }) => {
    const place = [...parent, name]
    const move = editPromiseText({ label, place }, (document) =>
      moveEntry(document, path, before === undefined ? { parent } : { parent, before }),
    )
    if (samePath(parent, path.slice(0, -1))) return before === name ? [] : [move]
    if (isWithin(parent, path)) return refused(`"${name}" cannot move into itself.`)
    const siblings = valueAt(value, parent)
    if (isRecord(siblings) && Object.hasOwn(siblings, name)) {
      return refused(`There is a property "${name}" already.`)
    }
    const leave = [...unrequire(value, path), ...valuesInDefaults(value, path).map(remove)]
    return [
      ...(leave.length > 0 ? [editPromiseText({ label, place }, ...leave)] : []),
      ...(isRecord(siblings) ? [] : [editPromiseText({ label, place }, set(parent, {}))]),
      move,
      ...(isRequired(value, path) ? [setRequired(place, true)] : []),
      ...followSpecPath(files, promise, path, place),
    ]
  })
}
