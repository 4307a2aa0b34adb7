/**
 * The tree that everything here stands on: plain data (it survives structured cloning), made from
 * the parser's tokens once, never changed. Offsets are UTF-16 offsets in the whole text.
 */
export type YamlNode = ScalarNode | AliasNode | MapNode | SeqNode | OpaqueNode

interface NodeBase {
  /** Where the node begins, its anchor and tag included. */
  readonly start: number
  /** Where the content begins. */
  readonly from: number
  /** Where the content ends. A block scalar ends before its last line break. */
  readonly to: number
  readonly anchor?: string
  /** The tag in full, e.g. `tag:yaml.org,2002:str`. */
  readonly tag?: string
}

export type ScalarStyle = 'empty' | 'plain' | 'single' | 'double' | 'literal' | 'folded'

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar'
  readonly style: ScalarStyle
  /** The text it stands for, before it is resolved to a type. */
  readonly text: string
}

export interface AliasNode extends NodeBase {
  readonly kind: 'alias'
  readonly name: string
  /** The anchored node; absent when there is none. May hold this alias itself. */
  target?: YamlNode
}

export interface MapNode extends NodeBase {
  readonly kind: 'map'
  readonly flow: boolean
  /** `[a: b]`: a map of one pair in a flow list, without braces. */
  readonly bare?: true
  readonly pairs: readonly Pair[]
}

export interface SeqNode extends NodeBase {
  readonly kind: 'seq'
  readonly flow: boolean
  readonly items: readonly Item[]
}

/** A collection of which only the place is known (see `wire.ts`). */
export interface OpaqueNode extends NodeBase {
  readonly kind: 'opaque'
  readonly was: 'map' | 'seq'
}

export interface Pair {
  /** Where the pair begins: its `? `, its key's anchor or tag, or its key. */
  readonly start: number
  readonly key: YamlNode
  /** The key as the cluster names it; `undefined` for one that it refuses. */
  readonly name: string | undefined
  /** A merge key `<<`. */
  readonly merge: boolean
  /** Begins with `? `. */
  readonly explicit: boolean
  /** Offset of the `:`, or -1. */
  readonly colon: number
  readonly value: YamlNode
}

export interface Item {
  /** Where the item begins: its `-` in block style, else its value. */
  readonly start: number
  readonly value: YamlNode
}

export type Entry = Pair | Item

export function isPair(entry: Entry): entry is Pair {
  return 'key' in entry
}

/** Where the entry's source ends, comments not counted. */
export function entryEnd(entry: Entry): number {
  if (!isPair(entry)) return Math.max(entry.start, entry.value.to)
  return Math.max(entry.key.to, entry.colon + 1, entry.value.to)
}

export function entriesOf(node: YamlNode): readonly Entry[] {
  return node.kind === 'map' ? node.pairs : node.kind === 'seq' ? node.items : []
}

/** Index of the last entry for which `begins` holds; it holds for none after one that fails. */
export function lastStarting<T>(entries: readonly T[], begins: (entry: T) => boolean): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    const entry = entries[middle]
    if (entry !== undefined && begins(entry)) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** True for a collection in block style. */
export function isBlockCollection(
  node: YamlNode,
): node is (MapNode | SeqNode) & { readonly flow: false } {
  return (node.kind === 'map' || node.kind === 'seq') && !node.flow
}

export function isBlockScalar(
  node: YamlNode,
): node is ScalarNode & { readonly style: 'literal' | 'folded' } {
  return node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded')
}

/** The node that ends the source of `node`: its last value, as deep as it goes. */
export function lastLeaf(node: YamlNode): YamlNode {
  let leaf = node
  for (let last = entriesOf(leaf).at(-1); last; last = entriesOf(leaf).at(-1)) leaf = last.value
  return leaf
}

/** Calls `visit` for `node` and all below it, keys too, in source order. Aliases are not followed. */
export function walk(node: YamlNode, visit: (node: YamlNode) => void): void {
  visit(node)
  for (const entry of entriesOf(node)) {
    if (isPair(entry)) walk(entry.key, visit)
    walk(entry.value, visit)
  }
}
