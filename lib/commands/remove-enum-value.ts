import { type Command, refused } from '@/lib/promise/command'
import { type Path, valueAt } from '@/lib/promise/path'
import { equal } from '@/lib/schema/misfit'
import { editPromiseText } from './edit-yaml'
import { onSchema } from './on-promise'
import { remove } from './yaml-edits'

/** Removes a value of an enum, and the default when it is that value. The last one stays. */
export function removeEnumValue(path: Path, index: number): Command {
  const label = 'Remove value'
  return onSchema(label, path, ({ value: promise, schema }) => {
    const list = [...path, 'enum']
    const values = valueAt(promise, list)
    if (!Array.isArray(values) || index >= values.length) {
      return refused('There is no such value any more.')
    }
    if (values.length === 1) return refused('An enum needs at least one value.')
    const gone = schema.default !== undefined && equal(schema.default, values[index])
    const edits = [remove([...list, index]), ...(gone ? [remove([...path, 'default'])] : [])]
    return [editPromiseText({ label, place: list }, ...edits)]
  })
}
