import { isRecord } from '@/lib/promise/path'
import { isScalarType, type Schema } from './property'

/** A field of the items of a list that may tell them apart (`x-kubernetes-list-map-keys`). */
export interface KeyChoice {
  readonly name: string
  readonly chosen: boolean
  /** Why it cannot be a key as it is (kratix.md 82, 83); `undefined` when it can. */
  readonly fault: 'missing' | 'not-scalar' | 'optional' | 'nullable' | undefined
}

/** The keys of a list and the scalar fields of its items that could be keys. */
export function keyChoices(schema: Schema): readonly KeyChoice[] {
  const items = isRecord(schema.items) ? schema.items : {}
  const fields = isRecord(items.properties) ? items.properties : {}
  const keys = listMapKeys(schema)
  const names = Object.keys(fields).filter((name) => {
    const field = fields[name]
    return isRecord(field) && isScalar(field)
  })
  return [...new Set([...names, ...keys])].map((name) => ({
    name,
    chosen: keys.includes(name),
    fault: faultOf(items, Object.hasOwn(fields, name) ? fields[name] : undefined, name),
  }))
}

export function listMapKeys(schema: Schema): readonly string[] {
  const keys = schema['x-kubernetes-list-map-keys']
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : []
}

/** The field that most likely tells items apart: `name` and its like, else the first that can. */
export function likelyKey(schema: Schema): string | undefined {
  const choices = keyChoices(schema)
  const named = choices.find(({ name }) => name === 'name' || name === 'id' || name === 'key')
  return (named ?? choices.find(({ fault }) => fault === undefined) ?? choices[0])?.name
}

function isScalar(field: Schema): boolean {
  return isScalarType(field.type) || field['x-kubernetes-int-or-string'] === true
}

function faultOf(items: Schema, field: unknown, name: string): KeyChoice['fault'] {
  if (!isRecord(field)) return 'missing'
  if (!isScalar(field)) return 'not-scalar'
  if (field.nullable === true) return 'nullable'
  const required = Array.isArray(items.required) && items.required.includes(name)
  const filled = field.default !== undefined && field.default !== null
  return required || filled ? undefined : 'optional'
}
