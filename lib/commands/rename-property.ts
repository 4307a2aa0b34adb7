import { type Command, refused, unchanged } from '@/lib/promise/command'
import { checkPropertyName } from '@/lib/promise/names'
import { isRecord, type Path, pathToString, valueAt } from '@/lib/promise/path'
import { valuesInDefaults } from '@/lib/schema/places'
import { editPromiseText } from './edit-yaml'
import { followSpecPath } from './follow-spec-path'
import { onProperty } from './on-promise'
import { renameRequired } from './required-edits'
import { rename } from './yaml-edits'

/** Renames a property, also in `required`, in the defaults above it, and in the values that read it. */
export function renameProperty(path: Path, name: string): Command {
  const label = 'Rename property'
  const group = `${label} ${pathToString(path.slice(0, -1))}`
  return onProperty(
    label,
    path,
    ({ value, files, promise, name: old }) => {
      if (name === old) return unchanged
      const problem = checkPropertyName(name)
      if (problem) return refused(problem)
      const siblings = valueAt(value, path.slice(0, -1))
      if (isRecord(siblings) && Object.hasOwn(siblings, name)) {
        return refused(`There is a property "${name}" already.`)
      }
      const place = [...path.slice(0, -1), name]
      const edits = [
        rename(path, name),
        ...renameRequired(value, path, name),
        ...valuesInDefaults(value, path).map((at) => rename(at, name)),
      ]
      return [
        editPromiseText({ label, place }, ...edits),
        ...followSpecPath(files, promise, path, place),
      ]
    },
    group,
  )
}
