import { isRecord } from '@/lib/promise/path'
import { OPEN } from '../open-schema'
import type { Schema } from '../property'
import { requiredNames } from '../required-names'
import type { Conversion } from './report'

/** What a schema of lists becomes besides its bounds. */
export function arrayBody(
  given: Schema,
  at: readonly string[],
  extensions: Schema,
  { report, convert }: Conversion,
): Schema {
  const { items, prefixItems } = given
  const tuple = Array.isArray(items) ? items : Array.isArray(prefixItems) ? prefixItems : undefined
  const inside = [...at, '[]']
  if (tuple) report.say(at, 'A list with a schema for each place: all items get one schema.')
  const one = tuple ? (tuple.length === 1 ? tuple[0] : { anyOf: tuple }) : items
  const made = one === undefined ? OPEN : convert(one, inside)
  const scalar = typeof made.type === 'string' && !/^(object|array)$/.test(made.type)
  const unique = given.uniqueItems === true && extensions['x-kubernetes-list-type'] === undefined
  if (unique && !(scalar && made.nullable !== true)) {
    report.say(at, 'Items need not differ any more (uniqueItems).')
  }
  const set = unique && scalar && made.nullable !== true
  return { ...extensions, ...(set && { 'x-kubernetes-list-type': 'set' }), items: made }
}

/** What a schema of objects or maps becomes besides its bounds. */
export function objectBody(
  given: Schema,
  at: readonly string[],
  { report, convert }: Conversion,
): Schema {
  const properties = new Map<string, Schema>()
  for (const [name, one] of Object.entries(isRecord(given.properties) ? given.properties : {})) {
    if (one === false) report.say([...at, name], 'Left out: it is forbidden ("false").')
    else properties.set(name, convert(one, [...at, name]))
  }
  const required = requiredNames(given)
  const values = valuesOf(given)
  if (properties.size === 0 && values.schema !== undefined) {
    if (values.note) report.say(at, values.note)
    const inner = convert(values.schema, [...at, '{}'])
    return { ...listed(required), additionalProperties: inner }
  }
  for (const name of required) {
    if (properties.has(name)) continue
    properties.set(name, OPEN)
    report.say([...at, name], 'Required, but nowhere described: left open.')
  }
  if (values.schema !== undefined) {
    report.say(at, 'Further properties are kept, but not checked.')
  }
  const open = values.open || values.schema !== undefined || properties.size === 0
  const closed = given.additionalProperties === false && properties.size === 0
  return {
    ...listed(required),
    ...(open && !closed ? { 'x-kubernetes-preserve-unknown-fields': true } : {}),
    ...(properties.size > 0 || closed ? { properties: Object.fromEntries(properties) } : {}),
  }
}

/** What an object says of properties that it does not name. */
function valuesOf(given: Schema): {
  readonly schema?: unknown
  readonly open: boolean
  readonly note?: string
} {
  const { additionalProperties: more, patternProperties } = given
  const kept = given['x-kubernetes-preserve-unknown-fields'] === true
  if (isRecord(patternProperties)) {
    const all = Object.values(patternProperties)
    const schema = all.length === 1 ? all[0] : { anyOf: all }
    if (all.length > 0) {
      return { schema, open: kept, note: 'Which names the keys may have is not checked any more.' }
    }
  }
  if (isRecord(more) && Object.keys(more).length > 0) return { schema: more, open: kept }
  return { open: kept || more === true || isRecord(more) }
}

function listed(required: readonly string[]): Schema {
  return required.length > 0 ? { required } : {}
}
