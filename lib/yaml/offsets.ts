import { likeRead } from './read-value'
import { type Entry, entryEnd, type Item, isPair, type Pair, type YamlNode } from './tree'

/**
 * How far the offsets of an older text have moved since: sorted places, and the sum of the moves up
 * to each. A typed letter adds one entry; a tree of thousands of nodes stays as it is.
 */
export class OffsetShift {
  readonly #places: readonly number[]
  readonly #sums: readonly number[]

  constructor(places: readonly number[] = [], sums: readonly number[] = []) {
    this.#places = places
    this.#sums = sums
  }

  get size(): number {
    return this.#places.length
  }

  /** The offset now of what stood at `offset`. */
  at(offset: number): number {
    let low = 0
    let high = this.#places.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#places[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return offset + (this.#sums[low - 1] ?? 0)
  }

  /** As this, and what stood at `place` or after it has moved by `delta` more. */
  plus(place: number, delta: number): OffsetShift {
    if (delta === 0) return this
    const before = this.#places.findLastIndex((one) => one < place)
    const known = this.#places[before + 1] === place
    const base = known ? (this.#sums[before + 1] ?? 0) : (this.#sums[before] ?? 0)
    const rest = before + (known ? 2 : 1)
    return new OffsetShift(
      [...this.#places.slice(0, before + 1), place, ...this.#places.slice(rest)],
      [
        ...this.#sums.slice(0, before + 1),
        base + delta,
        ...this.#sums.slice(rest).map((sum) => sum + delta),
      ],
    )
  }

  /**
   * A node and all below it with their offsets as they are now. Nodes before every move are shared, the others are
   * made when they are looked at.
   */
  apply(node: YamlNode): YamlNode {
    const first = this.#places[0]
    return first === undefined ? node : this.#node(node, first)
  }

  /** An entry as {@link apply} gives it. */
  entry(entry: Entry): Entry {
    const first = this.#places[0]
    if (first === undefined) return entry
    return isPair(entry) ? this.#pair(entry, first) : this.#item(entry, first)
  }

  #node(node: YamlNode, first: number): YamlNode {
    if (node.to < first) return node
    const start = this.at(node.start)
    const from = node.from === node.start ? start : this.at(node.from)
    const span = { start, from, to: this.at(node.to) }
    if (node.kind === 'map') {
      const pairs = () => node.pairs.map((pair) => this.#pair(pair, first))
      return likeRead(node, lazily({ ...node, ...span }, 'pairs', pairs))
    }
    if (node.kind === 'seq') {
      const items = () => node.items.map((item) => this.#item(item, first))
      return likeRead(node, lazily({ ...node, ...span }, 'items', items))
    }
    return { ...node, ...span }
  }

  #pair(pair: Pair, first: number): Pair {
    if (entryEnd(pair) < first) return pair
    return {
      ...pair,
      start: this.at(pair.start),
      key: this.#node(pair.key, first),
      colon: pair.colon < 0 ? -1 : this.at(pair.colon),
      value: this.#node(pair.value, first),
    }
  }

  #item(item: Item, first: number): Item {
    if (entryEnd(item) < first) return item
    return { start: this.at(item.start), value: this.#node(item.value, first) }
  }
}

/** `node` with a property that is made at its first use. It stays an ordinary, cloneable one. */
function lazily<N extends object, K extends keyof N>(node: N, key: K, make: () => N[K]): N {
  const settings = { enumerable: true, configurable: true }
  return Object.defineProperty(node, key, {
    ...settings,
    get() {
      const value = make()
      Object.defineProperty(node, key, { ...settings, value })
      return value
    },
  })
}
