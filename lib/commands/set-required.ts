import { type Command, refused, unchanged } from '@/lib/promise/command'
import type { Path } from '@/lib/promise/path'
import { propertyPlace } from '@/lib/schema/places'
import { editPromiseText } from './edit-yaml'
import { onPromise } from './on-promise'
import { require, unrequire } from './required-edits'

/** Makes a property required or optional; a name that is required but not declared can only go. */
export function setRequired(path: Path, required: boolean): Command {
  return setAllRequired([path], required)
}

/** As {@link setRequired} for each of several properties, in one change. */
export function setAllRequired(paths: readonly Path[], required: boolean): Command {
  const label = required ? 'Make required' : 'Make optional'
  return onPromise(label, ({ value }) => {
    if (!paths.every(propertyPlace)) return refused('There is no such property any more.')
    const edits = required ? require(value, paths) : unrequire(value, paths)
    return edits.length === 0 ? unchanged : [editPromiseText({ label, place: paths[0] }, ...edits)]
  })
}
