import type { Command } from '@/lib/promise/command'
import { refused } from '@/lib/promise/command'
import { editPromiseText, set } from './edit-yaml'
import { moveItem } from './move-item'
import { onVersion } from './on-version'
import { remove, removePruning } from './yaml-edits'

export interface ColumnFields {
  readonly name?: string
  readonly type?: string
  /** '' removes it. */
  readonly format?: string
  readonly jsonPath?: string
  /** '' removes it. */
  readonly description?: string
  /** 0 removes it. */
  readonly priority?: number
}

const OPTIONAL: readonly string[] = ['format', 'description', 'priority']

/** Sets what is given of a column; what is optional and empty goes from the text. */
export function setColumn(index: number, column: number, fields: ColumnFields): Command {
  const label = 'Change column'
  const keys = Object.keys(fields).join(' ')
  return onVersion(
    label,
    index,
    ({ version }) => {
      const found = version.columns[column]
      if (!found) return refused('There is no such column any more.')
      const edits = Object.entries(fields).map(([field, value]) => {
        const key = field === 'jsonPath' ? found.jsonPathKey : field
        const empty = OPTIONAL.includes(field) && (value === '' || value === 0)
        return empty ? remove([...found.path, key]) : set([...found.path, key], value)
      })
      return [editPromiseText({ label, place: found.path }, ...edits)]
    },
    `column ${index} ${column} ${keys}`,
  )
}

/** Removes a column; the list goes with the last, and Kratix shows its own again. */
export function removeColumn(index: number, column: number): Command {
  const label = 'Remove column'
  return onVersion(label, index, ({ version }) => {
    const found = version.columns[column]
    if (!found) return refused('There is no such column any more.')
    return [editPromiseText({ label, place: version.path }, removePruning(found.path))]
  })
}

/** Moves the column so that it stands at `to` in the resulting list. */
export function moveColumn(index: number, from: number, to: number): Command {
  const label = 'Move column'
  return onVersion(label, index, ({ version }) => {
    const { columns, path } = version
    const found = columns[from]
    if (!found || to < 0 || to >= columns.length) return refused('It cannot be moved there.')
    const before = to > from ? to + 1 : to
    const list = [...path, 'additionalPrinterColumns']
    return [moveItem(label, found.path, list, before, columns.length)]
  })
}
