import { isRecord } from '@/lib/promise/path'
import { exampleFor } from './example'
import { MAX_DEPTH } from './max-depth'
import { nodesIn } from './nodes-in'
import { requiredNames } from './required-names'

/** So many values are looked at and added at most: a field is not kept waiting for more. */
const MAX_VALUES = 10_000

/** How many values may still be looked at or added. */
interface Budget {
  left: number
}

/**
 * `value` with every required child that it lacks, at any depth: an object default must itself hold
 * them, since defaults of children are not filled in first (kratix.md 74). A child is given its own
 * default, else a value that fits as far as can be told. One whose value would be too large stays
 * away, and so does what is missing after 10,000 values. The same value when nothing is missing.
 */
export function completeDefault(schema: unknown, value: unknown): unknown {
  return complete(schema, value, 0, { left: MAX_VALUES })
}

function complete(schema: unknown, value: unknown, depth: number, budget: Budget): unknown {
  if (!isRecord(schema) || depth > MAX_DEPTH || budget.left-- <= 0) return value
  if (Array.isArray(value)) {
    const items = value.map((item) => complete(schema.items, item, depth + 1, budget))
    return items.every((item, i) => item === value[i]) ? value : items
  }
  return isRecord(value) ? completeObject(schema, value, depth, budget) : value
}

function completeObject(
  schema: Readonly<Record<string, unknown>>,
  value: Readonly<Record<string, unknown>>,
  depth: number,
  budget: Budget,
): unknown {
  const properties = isRecord(schema.properties) ? schema.properties : {}
  const childOf = (name: string) =>
    Object.hasOwn(properties, name) ? properties[name] : schema.additionalProperties
  const present = Object.entries(value).map(([name, held]): [string, unknown] => [
    name,
    complete(childOf(name), held, depth + 1, budget),
  ])
  const missing = requiredNames(schema)
    .filter((name) => Object.hasOwn(properties, name) && !Object.hasOwn(value, name))
    .map((name): [string, unknown] => [name, newChild(properties[name], depth, budget)])
    .filter(([, child]) => child !== undefined)
  const same = missing.length === 0 && present.every(([name, held]) => held === value[name])
  return same ? value : Object.fromEntries([...present, ...missing])
}

function newChild(schema: unknown, depth: number, budget: Budget): unknown {
  if (budget.left <= 0) return undefined
  const own = isRecord(schema) ? schema.default : undefined
  const child = own ?? exampleFor(schema)
  budget.left -= nodesIn(child, budget.left)
  return complete(schema, child, depth + 1, budget)
}
