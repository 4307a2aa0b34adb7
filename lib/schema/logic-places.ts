import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { MAX_DEPTH } from './max-depth'
import { type SchemaPlace, schemaPlaces } from './places'
import type { Schema } from './property'
import { LOGIC_LISTS } from './walk'

/** Where conditions (`oneOf`, `anyOf`, `allOf`, `not`) of a schema speak of a property. */
export interface LogicPlaces {
  /** Its schema there: `[…, 'properties', name]`. */
  readonly schemas: readonly Path[]
  /** Its name in `required`. */
  readonly required: readonly Path[]
}

/** The conditions of all schemas above a property that speak of it (kratix.md 68). */
export function logicPlaces(promise: unknown, property: Path): LogicPlaces {
  const places = schemaPlaces(property) ?? []
  const found: { schemas: Path[]; required: Path[] } = { schemas: [], required: [] }
  for (const [i, place] of places.slice(0, -1).entries()) {
    const schema = valueAt(promise, place.path)
    if (isRecord(schema)) conditions(schema, place.path, places.slice(i + 1), found, 0)
  }
  return found
}

interface Found {
  readonly schemas: Path[]
  readonly required: Path[]
}

function conditions(
  schema: Schema,
  at: Path,
  rest: readonly SchemaPlace[],
  found: Found,
  depth: number,
): void {
  if (depth > MAX_DEPTH) return
  const enter = (part: unknown, path: Path): void => {
    if (isRecord(part)) descend(part, path, rest, found, depth + 1)
  }
  enter(schema.not, [...at, 'not'])
  for (const keyword of LOGIC_LISTS) {
    const list = schema[keyword]
    if (!Array.isArray(list)) continue
    for (const [i, part] of list.entries()) enter(part, [...at, keyword, i])
  }
}

/** `schema` is a condition on the value from which `rest` leads to the property. */
function descend(
  schema: Schema,
  at: Path,
  rest: readonly SchemaPlace[],
  found: Found,
  depth: number,
): void {
  const [next, ...further] = rest
  if (!next || depth > MAX_DEPTH) return
  conditions(schema, at, rest, found, depth)
  const below =
    next.as === 'property'
      ? ['properties', next.name]
      : [next.as === 'items' ? 'items' : 'additionalProperties']
  const child = valueAt(schema, below)
  if (further.length > 0) {
    if (isRecord(child)) descend(child, [...at, ...below], further, found, depth + 1)
    return
  }
  if (child !== undefined) found.schemas.push([...at, ...below])
  if (!Array.isArray(schema.required)) return
  for (const [i, name] of schema.required.entries()) {
    if (name === next.name) found.required.push([...at, 'required', i])
  }
}
