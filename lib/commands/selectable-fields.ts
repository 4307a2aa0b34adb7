import { type Command, refused } from '@/lib/promise/command'
import { editPromiseText, set } from './edit-yaml'
import { onVersion } from './on-version'
import { insert, removePruning } from './yaml-edits'

/** Lets requests be selected by a field of theirs (kratix.md 93). */
export function addSelectableField(index: number, jsonPath: string): Command {
  const label = 'Add selectable field'
  return onVersion(label, index, ({ version }) => {
    const { path, selectableFields } = version
    if (selectableFields.some((field) => field.jsonPath === jsonPath)) {
      return refused(`Requests can be selected by ${jsonPath} already.`)
    }
    const list = [...path, 'selectableFields']
    const length = selectableFields.length
    const edit = length === 0 ? set(list, [{ jsonPath }]) : insert(list, length, { jsonPath })
    return [editPromiseText({ label, place: [...list, length] }, edit)]
  })
}

export function removeSelectableField(index: number, field: number): Command {
  const label = 'Remove selectable field'
  return onVersion(label, index, ({ version }) => {
    const found = version.selectableFields[field]
    if (!found) return refused('There is no such field any more.')
    return [editPromiseText({ label, place: version.path }, removePruning(found.path))]
  })
}
