import { type Command, unchanged } from '@/lib/promise/command'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { misfit } from '@/lib/schema/misfit'
import {
  type EditableType,
  isScalarType,
  type ScalarTypeId,
  type Schema,
} from '@/lib/schema/property'
import { propertyTypes, typeOf } from '@/lib/schema/property-types'
import { TYPED_KEYWORDS } from '@/lib/schema/property-types/property-type'
import { moveEntry } from '@/lib/yaml/edit'
import { editPromiseText, set } from './edit-yaml'
import { onProperty } from './on-promise'
import { remove, setKeyword } from './yaml-edits'

/**
 * Gives a property another type and keeps what still applies: the description, keywords of both
 * types, children between an object and an array of objects, and a default that still fits.
 * @param itemType for `list` the type of the items, for `enum` that of the values
 */
export function setPropertyType(path: Path, type: EditableType, itemType?: ScalarTypeId): Command {
  const label = 'Change type'
  return onProperty(label, path, ({ value: promise, schema }) => {
    const current = propertyTypes[type].itemType?.(schema)
    if (typeOf(schema) === type && (itemType === undefined || itemType === current))
      return unchanged
    const target = wanted(schema, type, itemType)
    const gone = Object.keys(schema).filter((key) => !Object.hasOwn(target, key))
    const moves = childMoves(path, schema, type, label)
    const kept = moves.length > 0 ? ['properties', 'required'] : []
    const edits = [
      ...gone
        .filter((key) => !kept.includes(key) && !(moves.length > 0 && key === 'items'))
        .map((key) => remove([...path, key])),
      ...changed(promise, path, schema, target, moves.length > 0),
    ]
    const first = edits.map((edit) => editPromiseText({ label, place: path }, edit))
    return [...first, ...moves]
  })
}

/** What the schema says as the new type, but for children that move. */
function wanted(schema: Schema, type: EditableType, itemType: ScalarTypeId | undefined): Schema {
  const to = propertyTypes[type]
  const fresh = freshSchema(schema, type, itemType)
  const sameBase = schema.type === fresh.type
  // A map of free keys and named properties exclude each other.
  const open = type === 'object' ? ['additionalProperties'] : []
  const foreign = new Set(
    Object.values(propertyTypes)
      .flatMap(({ keywords }) => keywords)
      .filter((keyword) => !to.keywords.includes(keyword))
      .concat(open),
  )
  const stays = ([key]: [string, unknown]) =>
    !foreign.has(key) && (sameBase || !TYPED_KEYWORDS.includes(key)) && !Object.hasOwn(fresh, key)
  const rest = Object.fromEntries(Object.entries(schema).filter(stays))
  const result = { ...fresh, ...rest }
  const { default: value, ...without } = result as Schema & { default?: unknown }
  return value !== undefined && misfit(result, value) ? without : result
}

/** The keywords that the new type cannot do without. */
function freshSchema(
  schema: Schema,
  type: EditableType,
  itemType: ScalarTypeId | undefined,
): Schema {
  if (type === 'list') {
    const items = itemType ?? (isScalarType(schema.type) ? schema.type : 'string')
    return { type: 'array', items: { type: items } }
  }
  if (type !== 'enum') return propertyTypes[type].create()
  const base =
    itemType ?? (schema.type === 'integer' || schema.type === 'number' ? schema.type : 'string')
  const values = Array.isArray(schema.enum) ? schema.enum : [schema.default]
  const fitting = values.filter((value) => value !== undefined && !misfit({ type: base }, value))
  if (fitting.length > 0) return { type: base, enum: fitting }
  return base === 'string' ? propertyTypes.enum.create() : { type: base, enum: [1] }
}

function changed(promise: unknown, path: Path, schema: Schema, target: Schema, moving: boolean) {
  return Object.entries(target).flatMap(([key, value]) => {
    if (moving && (key === 'items' || key === 'properties')) return []
    const before = schema[key]
    if (before === value || JSON.stringify(before) === JSON.stringify(value)) return []
    return [setKeyword(promise, path, key, value)]
  })
}

/** An object and an array of objects have the same children, one level apart. */
function childMoves(
  path: Path,
  schema: Schema,
  type: EditableType,
  label: string,
): readonly Command[] {
  const from = typeOf(schema)
  const [holder, to] =
    from === 'object' && type === 'list-of-objects'
      ? [path, [...path, 'items']]
      : from === 'list-of-objects' && type === 'object'
        ? [[...path, 'items'], path]
        : []
  if (!holder || !to) return []
  const children = holder === path ? schema : valueAt(schema, ['items'])
  const move = (keyword: string) =>
    isRecord(children) && Object.hasOwn(children, keyword)
      ? [
          editPromiseText({ label, place: path }, (document) =>
            moveEntry(document, [...holder, keyword], { parent: to }),
          ),
        ]
      : []
  const inward = holder === path
  return [
    ...(inward
      ? [editPromiseText({ label, place: path }, set([...path, 'items'], { type: 'object' }))]
      : []),
    ...move('required'),
    ...move('properties'),
    ...(inward ? [] : [editPromiseText({ label, place: path }, remove([...path, 'items']))]),
  ]
}
