import { readScalar } from './read-scalar'
import type { MapNode, Pair, YamlNode } from './tree'

/** The readings of nodes: a node never changes, so neither does what it means. */
const readings = new WeakMap<YamlNode, unknown>()
/** Nodes being read right now: an alias to one of them holds itself and reads as null. */
const open = new Set<YamlNode>()

/**
 * What the cluster makes of `node`: plain data. Aliases of one anchor share one object, so that
 * aliases of aliases cost nothing. `__proto__` is a key like any other.
 */
export function readValue(node: YamlNode): unknown {
  if (node.kind === 'scalar') return readScalar(node).value
  if (node.kind === 'opaque') return node.was === 'map' ? {} : []
  if (node.kind === 'alias') {
    return node.target && !open.has(node.target) ? readValue(node.target) : null
  }
  if (readings.has(node)) return readings.get(node)
  open.add(node)
  const value =
    node.kind === 'seq' ? node.items.map((item) => readValue(item.value)) : readMap(node)
  open.delete(node)
  readings.set(node, value)
  return value
}

/** `copy`, which means what `node` means: it is not read anew where that was read. */
export function likeRead(node: YamlNode, copy: YamlNode): YamlNode {
  const reading = readings.get(node)
  if (reading !== undefined) setReading(copy, reading)
  return copy
}

/** Lets `node` mean `value` without reading it: for a copy of a node that was read. */
export function setReading(node: YamlNode, value: unknown): void {
  if (node.kind === 'map' || node.kind === 'seq') readings.set(node, value)
}

function readMap(node: MapNode): Record<string, unknown> {
  const entries: [string, unknown][] = []
  for (const [name, value] of winners(node)) entries.push([name, readValue(value)])
  // fromEntries defines own properties, whatever their names.
  return Object.fromEntries(entries)
}

/** Name -> the value that counts. Later pairs win over earlier ones, merged ones too. */
function winners(node: MapNode, seen: readonly YamlNode[] = []): Map<string, YamlNode> {
  const found = new Map<string, YamlNode>()
  for (const pair of node.pairs) {
    if (pair.merge) {
      for (const source of mergeSources(pair)) {
        if (seen.includes(source) || source === node) continue
        for (const [name, value] of winners(source, [...seen, node])) found.set(name, value)
      }
    } else if (pair.name !== undefined) found.set(pair.name, pair.value)
  }
  return found
}

/** The maps that a merge key draws in, weakest first. */
export function mergeSources(pair: Pair): MapNode[] {
  const target = (node: YamlNode) => (node.kind === 'alias' ? node.target : node)
  const value = pair.value.kind === 'seq' ? pair.value : target(pair.value)
  if (value?.kind === 'map') return [value]
  if (pair.value.kind !== 'seq') return []
  return pair.value.items
    .map((item) => target(item.value))
    .filter((node) => node?.kind === 'map')
    .reverse()
}
