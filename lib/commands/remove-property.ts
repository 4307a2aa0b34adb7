import type { Command } from '@/lib/promise/command'
import type { Path } from '@/lib/promise/path'
import { valuesInDefaults } from '@/lib/schema/places'
import { editPromiseText } from './edit-yaml'
import { onProperty } from './on-promise'
import { unrequire } from './required-edits'
import { remove } from './yaml-edits'

/** Removes a property, also from `required` and from the defaults above it (kratix.md D8, 72). */
export function removeProperty(path: Path): Command {
  const label = 'Remove property'
  return onProperty(label, path, ({ value, parent }) => [
    editPromiseText(
      { label, place: parent },
      remove(path),
      ...unrequire(value, path),
      ...valuesInDefaults(value, path).map(remove),
    ),
  ])
}
