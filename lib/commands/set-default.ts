import type { Command } from '@/lib/promise/command'
import { type Path, pathToString, valueAt } from '@/lib/promise/path'
import { editPromiseText } from './edit-yaml'
import { onPromise } from './on-promise'
import { remove, setKeyword } from './yaml-edits'

/**
 * Sets the default of the schema at `path`.
 * @param value typed, as `parseDefault` gives it; `undefined` removes the default
 */
export function setDefault(path: Path, value: unknown): Command {
  const label = value === undefined ? 'Remove default' : 'Set default'
  const group = `default:${pathToString(path)}`
  return onPromise(
    label,
    (reading) => {
      const place = [...path, 'default']
      const present = valueAt(reading.value, place) !== undefined
      if (value === undefined) {
        return present ? [editPromiseText({ label, place: path }, remove(place))] : []
      }
      return [editPromiseText({ label, place }, setKeyword(reading.value, path, 'default', value))]
    },
    group,
  )
}
