import { type Command, refused } from '@/lib/promise/command'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { copyEntry } from '@/lib/yaml/edit'
import { freePropertyName } from './add-property'
import { editPromiseText } from './edit-yaml'
import { onProperty } from './on-promise'
import { isRequired } from './required-edits'
import { setRequired } from './set-required'

/**
 * Duplicates a property right after itself; the copy is required as the first is.
 * @param copy its name; a free one is found when absent
 */
export function duplicateProperty(path: Path, copy?: string): Command {
  const label = 'Duplicate property'
  return onProperty(label, path, ({ value, name }) => {
    const siblings = valueAt(value, path.slice(0, -1))
    const taken = (one: string) => isRecord(siblings) && Object.hasOwn(siblings, one)
    if (copy !== undefined && taken(copy)) return refused(`There is a property "${copy}" already.`)
    const key = copy ?? freePropertyName(name, taken)
    const place = [...path.slice(0, -1), key]
    return [
      editPromiseText({ label, place }, (document) => copyEntry(document, path, { key })),
      ...(isRequired(value, path) ? [setRequired(place, true)] : []),
    ]
  })
}
