import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { insertEntry, insertItem, removeAt, renameKey } from '@/lib/yaml/edit'
import { set, type YamlEdit } from './edit-yaml'

/** Edits of a document as values, to be handed to `editPromiseText`. */

export function remove(path: Path): YamlEdit {
  return (document) => removeAt(document, path)
}

/** Removes an entry, and its list or map when nothing is left in it. */
export function removePruning(path: Path): YamlEdit {
  return (document) => removeAt(document, path, { prune: true })
}

export function rename(path: Path, key: string): YamlEdit {
  return (document) => renameKey(document, path, key)
}

export function insert(list: Path, index: number, value: unknown): YamlEdit {
  return (document) => insertItem(document, list, index, value)
}

/** The order in which a schema is pleasant to read: what is long comes last. */
const ORDER = [
  'type',
  'format',
  'title',
  'description',
  'nullable',
  'default',
  'example',
  'enum',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-map-type',
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-validations',
  'not',
  'oneOf',
  'anyOf',
  'allOf',
  'items',
  'additionalProperties',
  'required',
  'properties',
]
/** Where a keyword goes that is not in the order: before what holds other schemas. */
const OTHERS = ORDER.indexOf('items')

/** Sets a keyword of a schema; a new one goes where a reader looks for it. */
export function setKeyword(
  promise: unknown,
  schema: Path,
  keyword: string,
  value: unknown,
): YamlEdit {
  const path = [...schema, keyword]
  const present = valueAt(promise, schema)
  if (!isRecord(present) || Object.hasOwn(present, keyword)) return set(path, value)
  const rank = ORDER.indexOf(keyword)
  const later = ORDER.slice(rank < 0 ? OTHERS : rank + 1)
  const next = Object.keys(present).find((key) => later.includes(key))
  const at = next === undefined ? 'last' : { before: next }
  return (document) => insertEntry(document, schema, keyword, value, at)
}
