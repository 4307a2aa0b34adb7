import type { Command } from '@/lib/promise/command'
import { isRecord, type Path, pathToString, valueAt } from '@/lib/promise/path'
import { editPromiseText } from './edit-yaml'
import { onPromise } from './on-promise'
import { remove, setKeyword } from './yaml-edits'

/** Describes the schema at `path`; an empty text removes the description. */
export function setDescription(path: Path, text: string): Command {
  const label = 'Set description'
  const group = `description:${pathToString(path)}`
  return onPromise(
    label,
    ({ value }) => {
      const place = [...path, 'description']
      const schema = valueAt(value, path)
      const present = isRecord(schema) && Object.hasOwn(schema, 'description')
      if (text === '') return present ? [editPromiseText({ label, place }, remove(place))] : []
      return [editPromiseText({ label, place }, setKeyword(value, path, 'description', text))]
    },
    group,
  )
}
