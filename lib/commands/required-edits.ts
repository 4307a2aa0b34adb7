import { groupBy } from '@/lib/promise/group-by'
import { isRecord, type Path, pathToString, valueAt } from '@/lib/promise/path'
import { propertyPlace, valuesInDefaults } from '@/lib/schema/places'
import { insertEntries, insertItems, removeItems } from '@/lib/yaml/edit'
import { set, type YamlEdit } from './edit-yaml'
import { remove, setKeyword } from './yaml-edits'

/** True when the schema that declares the property requires it. */
export function isRequired(promise: unknown, property: Path): boolean {
  return requiredIndexes(promise, property).length > 0
}

/** The edits that take the properties out of `required`; an empty list goes with its last. */
export function unrequire(promise: unknown, properties: readonly Path[]): readonly YamlEdit[] {
  return byParent(properties).flatMap(({ parent, names }) => {
    const list: Path = [...parent, 'required']
    const all = valueAt(promise, list)
    if (!Array.isArray(all)) return []
    const indexes = all.flatMap((name, i) => (names.has(name) ? [i] : []))
    if (indexes.length > 0 && indexes.length === all.length) return [remove(list)]
    return indexes.length === 0 ? [] : [(document) => removeItems(document, list, indexes)]
  })
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
 * The edits that make properties required, and keep the API valid: an object default above must
 * itself hold every required child (kratix.md 74, D3), and a `spec` with required properties must
 * be required itself (103). A default that would have to be invented is not; an empty object
 * default is dropped instead.
 */
export function require(promise: unknown, properties: readonly Path[]): readonly YamlEdit[] {
  // The deepest first: what ends an object comes before what ends the one around it.
  const groups = [...byParent(withSpec(promise, properties))].sort(
    (a, b) => b.parent.length - a.parent.length,
  )
  return groups.flatMap(({ parent, names }) => {
    const list: Path = [...parent, 'required']
    const present = valueAt(promise, list)
    const known = new Set<unknown>(Array.isArray(present) ? present : [])
    const added = [...names].filter((name) => !known.has(name))
    if (added.length === 0) return []
    const add: YamlEdit =
      Array.isArray(present) && present.length > 0
        ? (document) => insertItems(document, list, present.length, added)
        : setKeyword(promise, parent, 'required', added)
    return [add, ...fillDefaults(promise, parent, added)]
  })
}

/** With `spec` itself where something in it becomes required and no default of it stays. */
function withSpec(promise: unknown, properties: readonly Path[]): readonly Path[] {
  const inSpec = properties.filter((path) => {
    const places = propertyPlace(path)?.places
    return places?.length === 3 && places[1]?.name === 'spec' && !isRequired(promise, path)
  })
  const spec = inSpec[0]?.slice(0, -2)
  if (!spec) return properties
  const own = valueAt(promise, [...spec, 'default'])
  const names = inSpec.map((path) => String(path.at(-1)))
  return own === undefined || isDropped(promise, spec, names) ? [...properties, spec] : properties
}

/** The values of the object at `parent` in defaults get those of `names` that they lack. */
function fillDefaults(
  promise: unknown,
  parent: Path,
  names: readonly string[],
): readonly YamlEdit[] {
  return objectDefaults(promise, parent).flatMap((path): readonly YamlEdit[] => {
    const whole = path.at(-1) === 'default' && path.length === parent.length + 1
    if (whole && isDropped(promise, parent, names)) return [remove(path)]
    const held = valueAt(promise, path)
    const entries = names.flatMap((name): (readonly [string, unknown])[] => {
      const own = valueAt(promise, [...parent, 'properties', name, 'default'])
      return own === undefined || hasOwn(held, name) ? [] : [[name, own]]
    })
    return entries.length === 0 ? [] : [(document) => insertEntries(document, path, entries)]
  })
}

/** True when the object's own default is empty and could not stay so without invented values. */
function isDropped(promise: unknown, parent: Path, names: readonly string[]): boolean {
  return (
    isEmpty(valueAt(promise, [...parent, 'default'])) &&
    names.some((name) => !hasOwn(valueAt(promise, [...parent, 'properties', name]), 'default'))
  )
}

/** The names of properties by the schema that declares them; what is no property is passed over. */
function byParent(
  properties: readonly Path[],
): readonly { readonly parent: Path; readonly names: ReadonlySet<string> }[] {
  const places = properties.flatMap((path) => propertyPlace(path) ?? [])
  return groupBy(places, ({ parent }) => pathToString(parent)).map((group) => ({
    parent: group[0]?.parent ?? [],
    names: new Set(group.map(({ name }) => name)),
  }))
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
