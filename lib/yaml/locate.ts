import type { Path } from '@/lib/promise/path'
import { mergeSources } from './read-value'
import type { Entry, MapNode, SeqNode, YamlNode } from './tree'

/** A node and how it was reached. */
export interface Spot {
  readonly node: YamlNode
  /** The pair or item that holds the node; absent at the root. */
  readonly entry?: Entry
  readonly parent?: Spot & { readonly node: MapNode | SeqNode }
  /** Position among the parent's entries. */
  readonly index: number
  /** The alias or merge key on the way here, when there is one: the first, seen from the root. */
  readonly via?: Via
}

export interface Via {
  readonly kind: 'alias' | 'merge'
  /** Path of the alias, or of the map that has the merge key. */
  readonly path: Path
  readonly spot: Spot
}

/** The root of a tree as a spot. */
export function rootSpot(node: YamlNode): Spot {
  return { node, index: 0 }
}

/** Finds the node at `path` as the cluster reads it: through aliases and merge keys. */
export function locate(root: YamlNode, path: Path): Spot | undefined {
  let spot: Spot = rootSpot(root)
  for (let i = 0; i < path.length; i++) {
    const step = path[i]
    const next = step === undefined ? undefined : stepInto(spot, step, path.slice(0, i))
    if (!next) return undefined
    spot = next
  }
  return spot
}

/** As {@link locate}, for as much of `path` as there is; `depth` steps were found. */
export function locateDeepest(root: YamlNode, path: Path): { spot: Spot; depth: number } {
  let spot: Spot = rootSpot(root)
  for (let i = 0; i < path.length; i++) {
    const step = path[i]
    const next = step === undefined ? undefined : stepInto(spot, step, path.slice(0, i))
    if (!next) return { spot, depth: i }
    spot = next
  }
  return { spot, depth: path.length }
}

/** The collection that `spot` stands for: behind its alias, if it is one. */
export function resolved(spot: Spot, path: Path): Spot {
  if (spot.node.kind !== 'alias' || !spot.node.target) return spot
  return { ...spot, node: spot.node.target, via: spot.via ?? { kind: 'alias', path, spot } }
}

function stepInto(from: Spot, step: string | number, path: Path): Spot | undefined {
  const spot = resolved(from, path)
  const { node } = spot
  if (node.kind === 'seq') {
    const item = typeof step === 'number' ? node.items[step] : undefined
    if (!item) return undefined
    return {
      node: item.value,
      entry: item,
      parent: { ...spot, node },
      index: Number(step),
      via: spot.via,
    }
  }
  if (node.kind !== 'map' || typeof step !== 'string') return undefined
  return findKey({ ...spot, node }, step, path, [])
}

type MapSpot = Spot & { readonly node: MapNode }

function findKey(
  spot: MapSpot,
  name: string,
  path: Path,
  seen: readonly MapNode[],
): Spot | undefined {
  const { pairs } = spot.node
  for (let i = pairs.length - 1; i >= 0; i--) {
    const pair = pairs[i]
    if (!pair) continue
    if (!pair.merge) {
      if (pair.name !== name) continue
      return { node: pair.value, entry: pair, parent: spot, index: i, via: spot.via }
    }
    for (const source of mergeSources(pair).reverse()) {
      if (source === spot.node || seen.includes(source)) continue
      const via = spot.via ?? { kind: 'merge' as const, path, spot }
      const found = findKey({ node: source, index: 0, via }, name, path, [...seen, spot.node])
      if (found) return found
    }
  }
  return undefined
}
