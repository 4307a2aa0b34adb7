import { isRecord, type Path, valueAt } from '@/lib/promise/path'

/** One schema on the way from the root of an openAPIV3Schema down to a property. */
export interface SchemaPlace {
  readonly path: Path
  /** How a value of the schema above holds a value of this one. */
  readonly as: 'root' | 'property' | 'items' | 'values'
  /** Name of the property; '' for the others. */
  readonly name: string
}

/** Length of `spec.api.spec.versions[i].schema.openAPIV3Schema`. */
const ROOT = 7

/**
 * The schemas from the root down to the one at `path`, read step by step, since a property may be
 * named `properties` or `items`. `undefined` when the path names no schema of a version.
 */
export function schemaPlaces(path: Path): readonly SchemaPlace[] | undefined {
  if (path[ROOT - 1] !== 'openAPIV3Schema') return undefined
  const places: SchemaPlace[] = [{ path: path.slice(0, ROOT), as: 'root', name: '' }]
  let at = ROOT
  while (at < path.length) {
    const keyword = path[at]
    const name = path[at + 1]
    if (keyword === 'properties' && typeof name === 'string') {
      at += 2
      places.push({ path: path.slice(0, at), as: 'property', name })
    } else if (keyword === 'items' || keyword === 'additionalProperties') {
      at += 1
      const as = keyword === 'items' ? 'items' : 'values'
      places.push({ path: path.slice(0, at), as, name: '' })
    } else return undefined
  }
  return places
}

/** Where a property stands: its own place and that of the schema which declares it. */
export interface PropertyPlace {
  readonly places: readonly SchemaPlace[]
  readonly name: string
  /** The schema that declares it; its `required` may name it. */
  readonly parent: Path
}

export function propertyPlace(path: Path): PropertyPlace | undefined {
  const places = schemaPlaces(path)
  const own = places?.at(-1)
  const parent = places?.at(-2)
  if (!places || !parent || own?.as !== 'property') return undefined
  return { places, name: own.name, parent: parent.path }
}

/** The names from `spec` down when no list is in between: what a value's source can name. */
export function namesBelowSpec(path: Path): readonly string[] | undefined {
  const places = schemaPlaces(path)?.slice(1)
  if (places?.[0]?.name !== 'spec' || places.some(({ as }) => as !== 'property')) return undefined
  return places.slice(1).map(({ name }) => name)
}

/**
 * The values that defaults above give to the schema at `path`: one place per default, several
 * where a list or a map lies between. The schema's own default is not among them.
 */
export function valuesInDefaults(promise: unknown, path: Path): readonly Path[] {
  return valuesAbove(promise, path, 'default')
}

/** As {@link valuesInDefaults}, for what `keyword` of the schemas above holds: also an example. */
export function valuesAbove(
  promise: unknown,
  path: Path,
  keyword: 'default' | 'example',
): readonly Path[] {
  const places = schemaPlaces(path) ?? []
  return places.slice(0, -1).flatMap((holder, i) => {
    const root: Path = [...holder.path, keyword]
    if (valueAt(promise, root) === undefined) return []
    return valuesBelow(promise, root, places.slice(i + 1))
  })
}

/** The values that are reached from the one at `root` by these steps: several in lists and maps. */
export function valuesBelow(
  value: unknown,
  root: Path,
  places: readonly SchemaPlace[],
): readonly Path[] {
  return places.reduce<readonly Path[]>(
    (found, place) => found.flatMap((at) => below(valueAt(value, at), at, place)),
    [root],
  )
}

/** The values in a request that the schema at `path` describes: several in lists and maps. */
export function valuesInRequest(request: unknown, path: Path): readonly Path[] {
  return valuesBelow(request, [], (schemaPlaces(path) ?? []).slice(1))
}

function below(value: unknown, at: Path, { as, name }: SchemaPlace): readonly Path[] {
  if (as === 'items') return Array.isArray(value) ? value.map((_, i) => [...at, i]) : []
  if (!isRecord(value)) return []
  if (as === 'values') return Object.keys(value).map((key) => [...at, key])
  return Object.hasOwn(value, name) ? [[...at, name]] : []
}
