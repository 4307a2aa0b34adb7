import { type Command, unchanged } from '@/lib/promise/command'
import { isWithin, type Path, valueAt } from '@/lib/promise/path'
import { valuesAbove } from '@/lib/schema/places'
import { editPromiseText } from './edit-yaml'
import { moveProperty, type PropertyTarget } from './move-property'
import { onPromise } from './on-promise'
import { unrequire } from './required-edits'
import { topmost } from './topmost'
import { remove } from './yaml-edits'

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
    return [editPromiseText({ label, place }, ...unrequire(value, gone), ...edits)]
  })
}
