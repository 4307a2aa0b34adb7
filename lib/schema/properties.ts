import { isRecord, type Path, samePath, valueAt } from '@/lib/promise/path'
import type { Property, Schema } from './property'
import { recognise } from './property-types'

/** The deepest nesting that forms and rules follow; the text below it is kept. */
export const MAX_DEPTH = 40

/** Where the properties of `spec` are. */
export function specPropertiesPath(schemaPath: Path): Path {
  return [...schemaPath, 'properties', 'spec', 'properties']
}

/**
 * The properties of `spec` with those below them. `schema` is the openAPIV3Schema at `schemaPath`.
 * A part of the schema that did not change gives the same `Property` again.
 */
export function propertiesOf(schema: unknown, schemaPath: Path): readonly Property[] {
  const spec = valueAt(schema, ['properties', 'spec'])
  return isRecord(spec) ? children(spec, specPropertiesPath(schemaPath), 0) : none
}

const none: readonly Property[] = []
const lists = new WeakMap<object, { path: Path; depth: number; list: readonly Property[] }>()
const known = new WeakMap<object, Property>()

/** `parent` is the schema whose `properties` are at `path`. */
function children(parent: Schema, path: Path, depth: number): readonly Property[] {
  if (!isRecord(parent.properties) || depth >= MAX_DEPTH) return none
  const hit = lists.get(parent)
  if (hit && hit.depth === depth && samePath(hit.path, path)) return hit.list
  const required = new Set(Array.isArray(parent.required) ? parent.required : [])
  const list = Object.entries(parent.properties).map(([name, schema]) =>
    property(name, isRecord(schema) ? schema : {}, [...path, name], depth, required.has(name)),
  )
  lists.set(parent, { path, depth, list })
  return list
}

function property(
  name: string,
  schema: Schema,
  path: Path,
  depth: number,
  required: boolean,
): Property {
  const hit = known.get(schema)
  if (hit && hit.depth === depth && hit.required === required && samePath(hit.path, path))
    return hit
  const type = recognise(schema)
  const childrenPath = type?.childrenAt && [...path, ...type.childrenAt]
  const holder = type?.childrenAt && valueAt(schema, type.childrenAt.slice(0, -1))
  const made: Property = {
    name,
    path,
    depth,
    type: type?.id ?? 'other',
    itemType: type?.itemType?.(schema),
    required,
    default: schema.default,
    description: typeof schema.description === 'string' ? schema.description : '',
    enum: type?.id === 'enum' && Array.isArray(schema.enum) ? schema.enum : none,
    childrenPath,
    children: childrenPath && isRecord(holder) ? children(holder, childrenPath, depth + 1) : none,
    otherKeywords: otherKeywords(schema),
  }
  known.set(schema, made)
  return made
}

function otherKeywords(schema: Schema): readonly string[] {
  const type = recognise(schema)
  const shown = new Set(['type', 'description', 'default', ...(type?.shown ?? [])])
  const own = Object.keys(schema).filter((keyword) => !shown.has(keyword))
  if (!isRecord(schema.items) || !shown.has('items')) return own
  const shownOfItems = new Set(['type', ...(type?.childrenAt ? ['properties', 'required'] : [])])
  const ofItems = Object.keys(schema.items).filter((keyword) => !shownOfItems.has(keyword))
  return [...own, ...ofItems.map((keyword) => `items.${keyword}`)]
}
