import type { Command } from '@/lib/promise/command'
import { type Path, valueAt } from '@/lib/promise/path'
import { likelyKey, listMapKeys } from '@/lib/schema/list-keys'
import { editPromiseText, type YamlEdit } from './edit-yaml'
import { onSchema } from './on-promise'
import { require } from './required-edits'
import { remove, setKeyword } from './yaml-edits'

const LIST_TYPE = 'x-kubernetes-list-type'
const KEYS = 'x-kubernetes-list-map-keys'

export type ListType = 'atomic' | 'set' | 'map'

/**
 * Says how changes to a list are merged. A map needs keys (kratix.md 81): the likeliest field is
 * named, and made required when it has no default (83). Keys go when it is a map no more.
 * @param type `undefined` leaves it to the API server, which takes the list for atomic
 */
export function setListType(path: Path, type: ListType | undefined): Command {
  const label = 'Set list type'
  return onSchema(label, path, ({ value: promise, schema }) => {
    const has = (keyword: string) => Object.hasOwn(schema, keyword)
    const place = [...path, LIST_TYPE]
    const edits: YamlEdit[] = []
    if (type === undefined) edits.push(...(has(LIST_TYPE) ? [remove(place)] : []))
    else edits.push(setKeyword(promise, path, LIST_TYPE, type))
    if (type !== 'map' && has(KEYS)) edits.push(remove([...path, KEYS]))
    const one = (edit: YamlEdit) => editPromiseText({ label, place }, edit)
    if (type !== 'map' || listMapKeys(schema).length > 0) return edits.map(one)
    const key = likelyKey(schema)
    if (key === undefined) return edits.map(one)
    edits.push(setKeyword(promise, path, KEYS, [key]), ...presence(promise, path, key))
    return edits.map(one)
  })
}

/**
 * Names the fields that tell the items of a list from each other. A field that is named now, and
 * that an item could lack, becomes required.
 */
export function setListMapKeys(path: Path, keys: readonly string[]): Command {
  const label = 'Set list map keys'
  return onSchema(label, path, ({ value: promise, schema }) => {
    const place = [...path, KEYS]
    const added = keys.filter((key) => !listMapKeys(schema).includes(key))
    const edits = [
      keys.length === 0
        ? Object.hasOwn(schema, KEYS)
          ? [remove(place)]
          : []
        : [setKeyword(promise, path, KEYS, keys)],
      added.flatMap((key) => presence(promise, path, key)),
    ].flat()
    return edits.map((edit) => editPromiseText({ label, place }, edit))
  })
}

/** The edits that make every item have the field. */
function presence(promise: unknown, list: Path, key: string): readonly YamlEdit[] {
  const field = [...list, 'items', 'properties', key]
  const schema = valueAt(promise, field)
  if (schema === undefined || valueAt(schema, ['default']) !== undefined) return []
  return require(promise, [field])
}
