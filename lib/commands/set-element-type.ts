import type { Command } from '@/lib/promise/command'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { equal, misfit } from '@/lib/schema/misfit'
import type { ElementType, Schema } from '@/lib/schema/property'
import { propertyTypes } from '@/lib/schema/property-types'
import { hasProperties } from '@/lib/schema/property-types/object'
import { TYPED_KEYWORDS } from '@/lib/schema/property-types/property-type'
import { type Shape, schemaOfShape } from '@/lib/schema/shape'
import { editPromiseText } from './edit-yaml'
import { onPromise } from './on-promise'
import { remove, setKeyword } from './yaml-edits'

const label = 'Change type'
const PRESERVE = 'x-kubernetes-preserve-unknown-fields'

type Element = Pick<Shape, 'type' | 'itemType'>

/** Gives the schema at `path`, which is no list and no map, another type in its place. */
export function setElementType(path: Path, to: Element): Command {
  return onPromise(label, ({ value }) => {
    const present = valueAt(value, path)
    const schema: Schema = isRecord(present) ? present : {}
    const target = wanted(schema, to)
    const gone = Object.keys(schema).filter((key) => !Object.hasOwn(target, key))
    const changed = Object.entries(target).filter(
      ([key, wish]) => !Object.hasOwn(schema, key) || !equal(schema[key], wish),
    )
    // One at a time: what is removed may be the place where the next would stand.
    return [
      ...gone.map((key) => remove([...path, key])),
      ...changed.map(([key, wish]) => setKeyword(value, path, key, wish)),
    ].map((edit) => editPromiseText({ label, place: path }, edit))
  })
}

/** What the schema says as the new type. */
function wanted(schema: Schema, to: Element): Schema {
  const fresh = freshSchema(schema, to)
  const type = propertyTypes[to.type]
  const sameBase = schema.type === fresh.type
  const foreign = new Set(
    Object.values(propertyTypes)
      .flatMap(({ keywords }) => keywords)
      .filter((keyword) => !type.keywords.includes(keyword))
      .concat(othersOf(to.type, schema)),
  )
  const stays = ([key]: [string, unknown]): boolean =>
    key !== 'type' &&
    !foreign.has(key) &&
    (sameBase || key === 'example' || !TYPED_KEYWORDS.includes(key)) &&
    !Object.hasOwn(fresh, key)
  const result: Record<string, unknown> = {
    ...fresh,
    ...Object.fromEntries(Object.entries(schema).filter(stays)),
  }
  for (const key of ['default', 'example']) {
    if (result[key] !== undefined && misfit(result, result[key])) delete result[key]
  }
  return result
}

/** Keywords that a type knows, and with which the schema would be of another type. */
function othersOf(type: ElementType, schema: Schema): readonly string[] {
  if (type !== 'object' && type !== 'embedded-resource') return []
  const open = ['additionalProperties']
  if (type === 'embedded-resource') return open
  open.push('x-kubernetes-embedded-resource')
  return hasProperties(schema) ? open : [...open, PRESERVE]
}

/** The keywords that the new type cannot do without. */
function freshSchema(schema: Schema, to: Element): Schema {
  const fresh = schemaOfShape({ ...to, wraps: [] })
  if (to.type === 'object' || to.type === 'embedded-resource') {
    if (!isRecord(schema.properties)) return fresh
    const { [PRESERVE]: preserve, ...rest } = fresh
    return {
      ...rest,
      ...(preserve === true && !hasProperties(schema) && { [PRESERVE]: true }),
      properties: schema.properties,
    }
  }
  if (to.type !== 'enum') return fresh
  const own = schema.type === 'integer' || schema.type === 'number' ? schema.type : 'string'
  const base = to.itemType ?? own
  const values = Array.isArray(schema.enum) ? schema.enum : [schema.default]
  const fitting = values.filter((value) => value !== undefined && !misfit({ type: base }, value))
  return fitting.length > 0
    ? { type: base, enum: fitting }
    : schemaOfShape({ wraps: [], type: 'enum', itemType: base })
}
