import { type Command, unchanged } from '@/lib/promise/command'
import { isWithin, type Path, pathToString, valueAt } from '@/lib/promise/path'
import { propertyPlace, valuesAbove } from '@/lib/schema/places'
import { editPromiseText, type YamlEdit } from './edit-yaml'
import { moveProperty, type PropertyTarget } from './move-property'
import { onPromise } from './on-promise'
import { setRequired } from './set-required'
import { topmost } from './topmost'
import { remove } from './yaml-edits'

/** Makes properties required or optional, each as {@link setRequired} does it. */
export function setAllRequired(paths: readonly Path[], required: boolean): Command {
  const label = required ? 'Make required' : 'Make optional'
  return onPromise(label, () => paths.map((path) => setRequired(path, required)))
}

/**
 * Moves properties with all that is below them into the same map, in their order, also those that
 * are there already; an object that it lies in stays.
 */
export function moveProperties(paths: readonly Path[], target: PropertyTarget): Command {
  return onPromise('Move properties', () =>
    topmost(paths.filter((path) => !isWithin(target.parent, path))).map((path) =>
      moveProperty(path, target),
    ),
  )
}

/** Removes properties, also from `required` and from the defaults above them (kratix.md D8, 72). */
export function removeProperties(paths: readonly Path[]): Command {
  const label = paths.length === 1 ? 'Remove property' : 'Remove properties'
  return onPromise(label, ({ value }) => {
    const gone = topmost(paths).filter((path) => valueAt(value, path) !== undefined)
    const [first] = gone
    if (!first) return unchanged
    const values = gone.flatMap((path) =>
      (['default', 'example'] as const).flatMap((keyword) => valuesAbove(value, path, keyword)),
    )
    const place = first.slice(0, -2)
    // The last first: where edits have to be made one by one, none moves the place of the next.
    const edits = [...gone, ...values].toReversed().map(remove)
    return [editPromiseText({ label, place }, ...unrequireAll(value, gone), ...edits)]
  })
}

/** The edits that take properties out of `required`; an empty list goes with its last. */
function unrequireAll(promise: unknown, paths: readonly Path[]): readonly YamlEdit[] {
  const names = new Map<string, { readonly list: Path; readonly gone: Set<unknown> }>()
  for (const path of paths) {
    const place = propertyPlace(path)
    if (!place) continue
    const list = [...place.parent, 'required']
    const key = pathToString(list)
    const held = names.get(key) ?? { list, gone: new Set() }
    names.set(key, held)
    held.gone.add(place.name)
  }
  return [...names.values()].flatMap(({ list, gone }) => {
    const all = valueAt(promise, list)
    if (!Array.isArray(all)) return []
    const indexes = all.flatMap((name, i) => (gone.has(name) ? [i] : []))
    if (indexes.length > 0 && indexes.length === all.length) return [remove(list)]
    return indexes.toReversed().map((index) => remove([...list, index]))
  })
}
