import { type Command, refused } from '@/lib/promise/command'
import { type Path, valueAt } from '@/lib/promise/path'
import { equal, show } from '@/lib/schema/misfit'
import { editPromiseText } from './edit-yaml'
import { onSchema } from './on-promise'
import { insert, setKeyword } from './yaml-edits'

/** Adds a value at the end of an enum. */
export function addEnumValue(path: Path, added: unknown): Command {
  const label = 'Add value'
  return onSchema(label, path, ({ value: promise }) => {
    const list = [...path, 'enum']
    const values = valueAt(promise, list)
    if (!Array.isArray(values) || values.length === 0) {
      return [
        editPromiseText({ label, place: [...list, 0] }, setKeyword(promise, path, 'enum', [added])),
      ]
    }
    if (values.some((one) => equal(one, added))) return refused(`${show(added)} is there already.`)
    const place = [...list, values.length]
    return [editPromiseText({ label, place }, insert(list, values.length, added))]
  })
}
