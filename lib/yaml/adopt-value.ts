import { isRecord } from '@/lib/promise/path'
import { readValue, setReading } from './read-value'
import { sameValue } from './same-value'
import type { MapNode, SeqNode, YamlNode } from './tree'

/** The latest values that were read, newest first: enough for the files that are open at once. */
const recent: unknown[] = []
const MOST_RECENT = 6

/**
 * What `root` means, made of the parts of an earlier reading where these are equal: whoever
 * remembers a part by its identity need not look at it again after an edit beside it.
 */
export function adoptValue(root: YamlNode): unknown {
  const fresh = readValue(root)
  const index = recent.findIndex((old) => isAlike(old, fresh))
  const value = index < 0 ? fresh : adopt(root, recent[index])
  if (index >= 0) recent.splice(index, 1)
  recent.unshift(value)
  recent.length = Math.min(recent.length, MOST_RECENT)
  return value
}

/** True for two readings that may be of one file: most of its top-level keys are there in both. */
function isAlike(old: unknown, fresh: unknown): boolean {
  if (!isRecord(old) || !isRecord(fresh)) return false
  const keys = Object.keys(fresh)
  return (
    old.kind === fresh.kind &&
    keys.filter((key) => Object.hasOwn(old, key)).length * 2 > keys.length
  )
}

function adopt(node: YamlNode, old: unknown): unknown {
  const value = readValue(node)
  if (Object.is(value, old)) return value
  if (node.kind === 'map' && isRecord(old)) return adoptMap(node, old)
  if (node.kind === 'seq' && Array.isArray(old)) return adoptList(node, old)
  return value
}

function adoptMap(node: MapNode, old: Readonly<Record<string, unknown>>): unknown {
  const found = new Map<string, YamlNode>()
  for (const pair of node.pairs) {
    // What a merge key draws in belongs to another node.
    if (pair.merge) return readValue(node)
    if (pair.name !== undefined) found.set(pair.name, pair.value)
  }
  const names = Object.keys(old)
  // The order of the keys is part of what people see.
  let same = found.size === names.length && [...found.keys()].every((name, i) => name === names[i])
  const entries = [...found].map(([name, held]): [string, unknown] => {
    const before = Object.hasOwn(old, name) ? old[name] : undefined
    const value = adopt(held, before)
    if (!Object.is(value, before)) same = false
    return [name, value]
  })
  return keep(node, same ? old : Object.fromEntries(entries))
}

function adoptList(node: SeqNode, old: readonly unknown[]): unknown {
  const moved = old.length - node.items.length
  const values = node.items.map(({ value }, i) => {
    // Behind an item that came or went, the others are found from the end.
    const before = moved === 0 || sameValue(readValue(value), old[i]) ? old[i] : old[i + moved]
    return adopt(value, before)
  })
  const same = moved === 0 && values.every((value, i) => Object.is(value, old[i]))
  return keep(node, same ? old : values)
}

function keep(node: YamlNode, value: unknown): unknown {
  setReading(node, value)
  return value
}
