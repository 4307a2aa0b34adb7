import { type Command, refused, unchanged } from '@/lib/promise/command'
import { checkPropertyName } from '@/lib/promise/names'
import { isRecord, isWithin, type Path, pathToString, valueAt } from '@/lib/promise/path'
import { type PromiseView, storageVersion } from '@/lib/promise/view'
import { valuesAbove, valuesInDefaults } from '@/lib/schema/places'
import { editPromiseText } from './edit-yaml'
import { followInExamples } from './follow-example'
import { followInSchema } from './follow-in-schema'
import { followSpecPath } from './follow-spec-path'
import { pointAt, spellings } from './hand-written'
import { onProperty } from './on-promise'
import { pointAtRequests } from './point-at-requests'
import { renameRequired } from './required-edits'
import { rename } from './yaml-edits'

/**
 * Renames a property of one version, and with it all that refers to it there: `required`, the
 * defaults and examples above it, conditions, CEL rules, list keys, columns, selectable fields; of
 * the storage version also the values that read it and the requests of the repository. What
 * hand-written programs say of it is pointed at.
 */
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
        ...valuesAbove(value, path, 'example').map((at) => rename(at, name)),
        ...followInSchema(value, path, place),
      ]
      return [
        editPromiseText({ label, place }, ...edits),
        ...followSpecPath(files, promise, path, place),
        ...followInExamples(files, promise, path, name),
        ...(isStored(promise, path)
          ? [
              pointAt(promise, 'workflows/resource/', spellings(old)),
              pointAtRequests(promise, path),
            ]
          : []),
      ]
    },
    group,
  )
}

/** True for a property of the storage version: the one that programs get to see. */
function isStored({ api }: PromiseView, path: Path): boolean {
  const version = api && storageVersion(api)
  return version !== undefined && isWithin(path, version.path)
}
