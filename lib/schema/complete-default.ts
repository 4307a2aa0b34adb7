import { isRecord } from '@/lib/promise/path'
import { exampleFor } from './example'
import { MAX_DEPTH } from './max-depth'
import { requiredNames } from './required-names'

/**
 * `value` with every required child that it lacks, at any depth: an object default must itself hold
 * them, since defaults of children are not filled in first (kratix.md 74). A child is given its own
 * default, else a value that fits as far as can be told. One whose value would be too
 * large stays away. The same value when nothing is missing.
 */
export function completeDefault(schema: unknown, value: unknown, depth = 0): unknown {
  if (!isRecord(schema) || depth > MAX_DEPTH) return value
  if (Array.isArray(value)) {
    const items = value.map((item) => completeDefault(schema.items, item, depth + 1))
    return items.every((item, i) => item === value[i]) ? value : items
  }
  return isRecord(value) ? completeObject(schema, value, depth) : value
}

function completeObject(
  schema: Readonly<Record<string, unknown>>,
  value: Readonly<Record<string, unknown>>,
  depth: number,
): unknown {
  const properties = isRecord(schema.properties) ? schema.properties : {}
  const childOf = (name: string) =>
    Object.hasOwn(properties, name) ? properties[name] : schema.additionalProperties
  const present = Object.entries(value).map(([name, held]): [string, unknown] => [
    name,
    completeDefault(childOf(name), held, depth + 1),
  ])
  const missing = requiredNames(schema)
    .filter((name) => Object.hasOwn(properties, name) && !Object.hasOwn(value, name))
    .map((name): [string, unknown] => [name, newChild(properties[name], depth)])
    .filter(([, child]) => child !== undefined)
  const same = missing.length === 0 && present.every(([name, held]) => held === value[name])
  return same ? value : Object.fromEntries([...present, ...missing])
}

function newChild(schema: unknown, depth: number): unknown {
  const own = isRecord(schema) ? schema.default : undefined
  return completeDefault(schema, own ?? exampleFor(schema), depth + 1)
}
