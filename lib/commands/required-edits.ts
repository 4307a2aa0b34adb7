import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { propertyPlace, valuesInDefaults } from '@/lib/schema/places'
import { set, type YamlEdit } from './edit-yaml'
import { insert, remove, setKeyword } from './yaml-edits'

/** True when the schema that declares the property requires it. */
export function isRequired(promise: unknown, property: Path): boolean {
  return requiredIndexes(promise, property).length > 0
}

/** The edits that take the property out of `required`; an empty list goes with it. */
export function unrequire(promise: unknown, property: Path): readonly YamlEdit[] {
  const place = propertyPlace(property)
  if (!place) return []
  const list: Path = [...place.parent, 'required']
  const all = valueAt(promise, list)
  const indexes = requiredIndexes(promise, property)
  if (indexes.length === 0) return []
  if (Array.isArray(all) && indexes.length === all.length) return [remove(list)]
  // From the end, so that no removal moves the place of the next.
  return indexes.toReversed().map((index) => remove([...list, index]))
}

/** The edits that give the property a new name in `required`. */
export function renameRequired(
  promise: unknown,
  property: Path,
  name: string,
): readonly YamlEdit[] {
  const place = propertyPlace(property)
  if (!place) return []
  return requiredIndexes(promise, property).map((index) =>
    set([...place.parent, 'required', index], name),
  )
}

/**
 * The edits that make the property required, and keep the API valid: an object default above must
 * itself hold every required child (kratix.md 74, D3), and a `spec` with required properties must
 * be required itself (103). A default that would have to be invented is not; an empty object
 * default is dropped instead.
 */
export function require(promise: unknown, property: Path): readonly YamlEdit[] {
  const place = propertyPlace(property)
  if (!place || isRequired(promise, property)) return []
  const { name, parent, places } = place
  const list = valueAt(promise, [...parent, 'required'])
  const add = Array.isArray(list)
    ? insert([...parent, 'required'], list.length, name)
    : setKeyword(promise, parent, 'required', [name])
  const own = valueAt(promise, [...property, 'default'])
  const holders = objectDefaults(promise, parent)
  const gaps = holders.filter((path) => !hasOwn(valueAt(promise, path), name))
  const filled = gaps.flatMap((path) => {
    if (own !== undefined) return [set([...path, name], own)]
    const whole = path.at(-1) === 'default' && path.length === parent.length + 1
    return whole && isEmpty(valueAt(promise, path)) ? [remove(path)] : []
  })
  const inSpec = places.length === 3 && places[1]?.name === 'spec'
  if (!inSpec) return [add, ...filled]
  const dropped = own === undefined && isEmpty(valueAt(promise, [...parent, 'default']))
  const specDefault = valueAt(promise, [...parent, 'default']) !== undefined && !dropped
  return [add, ...filled, ...(specDefault ? [] : require(promise, parent))]
}

/** Where defaults, its own and those above, give a value to the schema at `parent`. */
function objectDefaults(promise: unknown, parent: Path): readonly Path[] {
  const own: Path = [...parent, 'default']
  const found = valueAt(promise, own) === undefined ? [] : [own]
  return [...found, ...valuesInDefaults(promise, parent)].filter((path) =>
    isRecord(valueAt(promise, path)),
  )
}

function requiredIndexes(promise: unknown, property: Path): readonly number[] {
  const place = propertyPlace(property)
  const list = place && valueAt(promise, [...place.parent, 'required'])
  if (!place || !Array.isArray(list)) return []
  return list.flatMap((name, index) => (name === place.name ? [index] : []))
}

function hasOwn(value: unknown, key: string): boolean {
  return isRecord(value) && Object.hasOwn(value, key)
}

function isEmpty(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).length === 0
}
