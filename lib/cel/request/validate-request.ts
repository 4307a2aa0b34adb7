import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { MAX_DEPTH } from '@/lib/schema/max-depth'
import { equal, judgeValue, show } from '@/lib/schema/misfit'
import type { Schema } from '@/lib/schema/property'
import { LOGIC_LISTS, type SchemaNode } from '@/lib/schema/walk'
import { admit } from './admit'
import { runRules } from './run-rules'
import type { RequestFault, RequestVerdict } from './verdict'
import { schemaMessage } from './wording'

/**
 * What the API server says of a whole request (`apiVersion`, `kind`, `metadata`, `spec`) or of a new
 * version of one: schema, lists that are sets or maps, CEL rules, in this order. Like the API server it
 * runs rules only on values that fit the schema.
 * @param schema the openAPIV3Schema of a version
 * @param old the request as it is stored; unchanged parts may stay wrong, as on Kubernetes from 1.30 on
 */
export function validateRequest(schema: Schema, value: unknown, old?: unknown): RequestVerdict {
  return validate(rootNode(schema), value, old, true)
}

/** As {@link validateRequest}, of a part of a request by the schema of that part. */
export function validateValue(node: SchemaNode, value: unknown, old?: unknown): RequestVerdict {
  return validate(node, value, old, !node.parent)
}

const roots = new WeakMap<object, SchemaNode>()

function rootNode(schema: Schema): SchemaNode {
  const known = roots.get(schema)
  if (known) return known
  const made: SchemaNode = { schema, path: [], as: undefined, parent: undefined, logic: false }
  roots.set(schema, made)
  return made
}

function validate(node: SchemaNode, value: unknown, old: unknown, root: boolean): RequestVerdict {
  const { schema } = node
  const { value: stored, unknown } = admit(schema, value, root)
  const before = old === undefined ? undefined : admit(schema, old, root).value
  const unsure = new Set<string>()
  const judged = root ? withMeta(schema) : schema
  const misfits = [...schemaFaults(judged, stored, [], unsure), ...uniqueFaults(judged, stored, [])]
  const faults = misfits.filter(
    ({ path }) => before === undefined || !equal(valueAt(stored, path), valueAt(before, path)),
  )
  if (faults.length > 0) return { faults, unknown, unsure: [...unsure], stored }
  if (misfits.length > 0) unsure.add('a value that was wrong before')
  if (hasLogicRules(schema, 0)) unsure.add('rules within allOf')
  const found = runRules(node, stored, before)
  return { faults: found.faults, unknown, unsure: [...unsure, ...found.unsure], stored }
}

/** What every resource has, for schemas that do not say so. */
function withMeta(schema: Schema): Schema {
  const properties = isRecord(schema.properties) ? schema.properties : {}
  const text = { type: 'string' }
  const meta = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
  const own = isRecord(properties.metadata) ? { ...meta, ...properties.metadata } : meta
  return { ...schema, properties: { apiVersion: text, kind: text, ...properties, metadata: own } }
}

/** Each part by its own schema, so that all faults are found. */
function schemaFaults(
  schema: unknown,
  value: unknown,
  path: Path,
  unsure: Set<string>,
): readonly RequestFault[] {
  if (!isRecord(schema) || path.length > MAX_DEPTH) return []
  const faults: RequestFault[] = []
  const { required, ...rest } = shallow(schema)
  const { misfit, unsure: doubt } = judgeValue(rest, value)
  if (doubt !== undefined) unsure.add(doubt)
  if (misfit) {
    const at = [...path, ...misfit.path]
    faults.push({
      path: at,
      message: schemaMessage(at, valueAt(value, misfit.path), misfit.reason),
    })
  }
  if (isRecord(value)) {
    for (const name of Array.isArray(required) ? required : []) {
      if (typeof name !== 'string' || Object.hasOwn(value, name)) continue
      faults.push({ path: [...path, name], message: 'Required value' })
    }
    for (const [key, item] of Object.entries(value)) {
      const { properties, additionalProperties } = schema
      const named = isRecord(properties) && Object.hasOwn(properties, key)
      const own = named ? properties[key] : additionalProperties
      faults.push(...schemaFaults(own, item, [...path, key], unsure))
    }
  }
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      faults.push(...schemaFaults(schema.items, item, [...path, i], unsure))
    }
  }
  return faults
}

const ANYTHING: Schema = { 'x-kubernetes-preserve-unknown-fields': true }

/** A schema that says nothing of what its value holds, but for the conditions of logic. */
function shallow(schema: Schema): Schema {
  const { properties: _, items: __, additionalProperties: ___, ...rest } = schema
  return { ...rest, items: ANYTHING, additionalProperties: true }
}

/** kratix.md 79, 81: items of a set, and keys of a list map, stand once. */
function uniqueFaults(schema: unknown, value: unknown, path: Path): readonly RequestFault[] {
  if (!isRecord(schema) || path.length > MAX_DEPTH) return []
  if (isRecord(value)) {
    return Object.entries(value).flatMap(([key, item]) => {
      const { properties, additionalProperties } = schema
      const named = isRecord(properties) && Object.hasOwn(properties, key)
      return uniqueFaults(named ? properties[key] : additionalProperties, item, [...path, key])
    })
  }
  if (!Array.isArray(value)) return []
  const kind = schema['x-kubernetes-list-type']
  const names = schema['x-kubernetes-list-map-keys']
  const keyOf = (item: unknown) => {
    if (kind !== 'map' || !Array.isArray(names)) return item
    return Object.fromEntries(names.map((name) => [name, isRecord(item) ? item[name] : undefined]))
  }
  const keys = kind === 'set' || kind === 'map' ? value.map(keyOf) : []
  const twice = keys.flatMap((key, i) =>
    keys.findIndex((one) => equal(one, key)) < i
      ? [{ path: [...path, i], message: `Duplicate value: ${show(key)}` }]
      : [],
  )
  return [...twice, ...value.flatMap((item, i) => uniqueFaults(schema.items, item, [...path, i]))]
}

/** Rules within allOf run, too, in ways that are not known here. */
function hasLogicRules(schema: unknown, depth: number): boolean {
  if (!isRecord(schema) || depth > MAX_DEPTH) return false
  const inside = LOGIC_LISTS.some((keyword) => {
    const list = schema[keyword]
    return (
      Array.isArray(list) &&
      list.some((part) => isRecord(part) && 'x-kubernetes-validations' in part)
    )
  })
  const below = isRecord(schema.properties) ? Object.values(schema.properties) : []
  return (
    inside ||
    [...below, schema.items, schema.additionalProperties].some((part) =>
      hasLogicRules(part, depth + 1),
    )
  )
}
