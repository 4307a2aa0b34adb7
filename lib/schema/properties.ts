import { isRecord, type Path, samePath, valueAt } from '@/lib/promise/path'
import { MAX_DEPTH } from './max-depth'
import { type Element, isScalarType, type Property, type Schema } from './property'
import { propertyTypes } from './property-types'
import { shapeOf } from './shape'

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
  const shape = shapeOf(schema)
  const element: Element = { ...shape.element, path: [...path, ...shape.element.path] }
  const { childrenAt } = (element.type !== 'other' && propertyTypes[element.type]) || {}
  const childrenPath = childrenAt && [...element.path, childrenAt]
  const values = element.schema.enum
  const made: Property = {
    name,
    path,
    schema,
    depth,
    type: shape.wraps[0] ?? element.type,
    wraps: shape.wraps,
    element,
    itemType: isScalarType(element.schema.type) ? element.schema.type : undefined,
    required,
    default: schema.default,
    description: typeof schema.description === 'string' ? schema.description : '',
    enum: element.type === 'enum' && Array.isArray(values) ? values : none,
    childrenPath,
    children: childrenPath ? children(element.schema, childrenPath, depth + 1) : none,
  }
  known.set(schema, made)
  return made
}
