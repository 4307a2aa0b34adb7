import { type Command, refused } from '@/lib/promise/command'
import { checkPropertyName } from '@/lib/promise/names'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import type { EditableType, Schema } from '@/lib/schema/property'
import { propertyTypes } from '@/lib/schema/property-types'
import { insertEntry } from '@/lib/yaml/edit'
import { editPromiseText, set, type YamlEdit } from './edit-yaml'
import { onPromise } from './on-promise'

/**
 * Adds a property.
 * @param parent the map that holds it (`…properties`): `childrenPath` of the property above
 * @param type its type, or its whole schema
 * @param at its place among its siblings; the end when absent
 */
export function addProperty(
  parent: Path,
  name: string,
  type: EditableType | Schema,
  at: { readonly index?: number } = {},
): Command {
  const label = 'Add property'
  return onPromise(label, ({ value }) => {
    const problem = checkPropertyName(name)
    if (problem) return refused(problem)
    const siblings = valueAt(value, parent)
    const names = isRecord(siblings) ? Object.keys(siblings) : []
    if (names.includes(name)) return refused(`There is a property "${name}" already.`)
    const place = [...parent, name]
    const before = names[at.index ?? names.length]
    const insert: YamlEdit = (document) =>
      insertEntry(
        document,
        parent,
        name,
        typeof type === 'string' ? propertyTypes[type].create() : type,
        before === undefined ? 'last' : { before },
      )
    const holder = parent.slice(0, -1)
    const bare = valueAt(value, [...holder, 'type']) === undefined
    // A parent that comes into being with its first property has to be an object.
    const typed = bare ? [editPromiseText({ label }, set([...holder, 'type'], 'object'))] : []
    return [editPromiseText({ label, place }, insert), ...typed]
  })
}

/** `name`, or `name2`, `name3`… when it is taken. */
export function freePropertyName(name: string, taken: (name: string) => boolean): string {
  if (!taken(name)) return name
  const stem = name.replace(/\d+$/, '') || name
  for (let n = 2; ; n++) {
    if (!taken(`${stem}${n}`)) return `${stem}${n}`
  }
}
