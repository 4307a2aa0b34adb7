import { isRecord, type Path } from '@/lib/promise/path'
import { MAX_DEPTH } from '@/lib/schema/max-depth'
import type { Schema } from '@/lib/schema/property'

const META = ['apiVersion', 'kind', 'metadata']

/** A value as the API server stores it. */
export interface Admitted {
  readonly value: unknown
  /** What the schema does not know: it is dropped, and kubectl refuses it. */
  readonly unknown: readonly Path[]
}

/**
 * Drops what a schema does not know and fills in defaults, as the API server does with what is sent
 * to it before it looks at the value (pruning and defaulting of k8s.io/apiextensions-apiserver).
 * @param root of a whole resource
 */
export function admit(schema: unknown, value: unknown, root: boolean): Admitted {
  const unknown: Path[] = []
  const pruned = prune(schema, value, [], root, unknown)
  return { value: withDefaults(schema, withoutNulls(schema, pruned)), unknown }
}

function prune(
  schema: unknown,
  value: unknown,
  path: Path,
  root: boolean,
  unknown: Path[],
): unknown {
  if (path.length > MAX_DEPTH) return value
  const own = isRecord(schema) ? schema : undefined
  if (Array.isArray(value)) {
    return value.map((item, i) => prune(own?.items, item, [...path, i], false, unknown))
  }
  if (!isRecord(value)) return value
  const properties = isRecord(own?.properties) ? own.properties : {}
  const more = own?.additionalProperties
  const keep = own?.['x-kubernetes-preserve-unknown-fields'] === true
  const meta = root || own?.['x-kubernetes-embedded-resource'] === true
  const kept: [string, unknown][] = []
  for (const [key, item] of Object.entries(value)) {
    const at = [...path, key]
    if (meta && META.includes(key)) kept.push([key, item])
    else if (Object.hasOwn(properties, key))
      kept.push([key, prune(properties[key], item, at, false, unknown)])
    else if (isRecord(more)) kept.push([key, prune(more, item, at, false, unknown)])
    else if (keep || more === true) kept.push([key, item])
    else unknown.push(at)
  }
  return Object.fromEntries(kept)
}

/** The schemas of what a value holds, by key. */
function childSchema(schema: Schema, key: string): unknown {
  const { properties, additionalProperties } = schema
  if (isRecord(properties) && Object.hasOwn(properties, key)) return properties[key]
  return isRecord(additionalProperties) ? additionalProperties : undefined
}

const isRefusedNull = (value: unknown, schema: unknown) =>
  value === null && isRecord(schema) && schema.nullable !== true
const defaultOf = (schema: unknown) =>
  isRecord(schema) ? (schema.default ?? undefined) : undefined

/** A null that a property may not have counts as if it were not there, unless it has a default. */
function withoutNulls(schema: unknown, value: unknown, depth = 0): unknown {
  if (!isRecord(schema) || depth > MAX_DEPTH) return value
  if (Array.isArray(value)) return value.map((item) => withoutNulls(schema.items, item, depth + 1))
  if (!isRecord(value)) return value
  const kept = Object.entries(value).flatMap(([key, item]) => {
    const own = childSchema(schema, key)
    if (isRefusedNull(item, own) && defaultOf(own) === undefined) return []
    return [[key, withoutNulls(own, item, depth + 1)] as const]
  })
  return Object.fromEntries(kept)
}

function withDefaults(schema: unknown, value: unknown, depth = 0): unknown {
  if (!isRecord(schema) || depth > MAX_DEPTH) return value
  const filled = (own: unknown, item: unknown) => {
    const given = defaultOf(own)
    return withDefaults(
      own,
      isRefusedNull(item, own) && given !== undefined ? given : item,
      depth + 1,
    )
  }
  if (Array.isArray(value)) return value.map((item) => filled(schema.items, item))
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    filled(childSchema(schema, key), item),
  ])
  const properties = isRecord(schema.properties) ? schema.properties : {}
  for (const [key, own] of Object.entries(properties)) {
    const given = defaultOf(own)
    if (given !== undefined && !Object.hasOwn(value, key))
      entries.push([key, withDefaults(own, given, depth + 1)])
  }
  return Object.fromEntries(entries)
}
