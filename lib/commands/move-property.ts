import { type Command, refused } from '@/lib/promise/command'
import { isRecord, isWithin, type Path, samePath, valueAt } from '@/lib/promise/path'
import { schemaPlaces, valuesBelow } from '@/lib/schema/places'
import { sharedPlaces } from '@/lib/schema/relative-place'
import { valueMoves } from '@/lib/schema/value-moves'
import { moveEntry, removeAt } from '@/lib/yaml/edit'
import { editPromiseText, set, type YamlEdit } from './edit-yaml'
import { moveInExamples } from './follow-example'
import { followInSchema } from './follow-in-schema'
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
 * it is required as it was in the old one, and what refers to it follows as far as it can speak of
 * the new place: defaults and examples above, CEL rules, columns, selectable fields, the values of
 * steps that read it, requests of the repository.
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
    const leave = [
      ...unrequire(value, [path]),
      ...followInSchema(value, path, place),
      ...moveValues(value, path, place),
    ]
    return [
      ...(leave.length > 0 ? [editPromiseText({ label, place }, ...leave)] : []),
      ...(isRecord(siblings) ? [] : [editPromiseText({ label, place }, set(parent, {}))]),
      move,
      ...(isRequired(value, path) ? [setRequired(place, true)] : []),
      ...followSpecPath(files, promise, path, place),
      ...moveInExamples(files, promise, path, place),
    ]
  })
}

/** What defaults and examples above say of it goes along where there is an object for it. */
function moveValues(promise: unknown, path: Path, place: Path): readonly YamlEdit[] {
  const [before, after] = [schemaPlaces(path) ?? [], schemaPlaces(place) ?? []]
  return before.slice(0, -1).flatMap((holder, i) =>
    (['default', 'example'] as const).flatMap((keyword) => {
      const root: Path = [...holder.path, keyword]
      const [from, to] = [before.slice(i + 1), after.slice(i + 1)]
      // What was a default of the old place alone says nothing of the new one.
      const shared = i < sharedPlaces(before, after) && to.length > 0
      if (!shared) return valuesBelow(promise, root, from).map(remove)
      return valueMoves(promise, root, from, to).map(
        ({ from: at, to: parent, ready }): YamlEdit =>
          (document) =>
            parent && ready ? moveEntry(document, at, { parent }) : removeAt(document, at),
      )
    }),
  )
}
