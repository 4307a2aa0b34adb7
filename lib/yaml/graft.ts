import type { TextEdit } from '@/lib/promise/command'
import { compose } from './compose'
import { likeRead } from './read-value'
import { lineStart, type Range } from './text'
import {
  type Entry,
  entriesOf,
  entryEnd,
  isBlockCollection,
  isPair,
  lastLeaf,
  lastStarting,
  type MapNode,
  type SeqNode,
  type YamlNode,
} from './tree'

type Collection = MapNode | SeqNode

/** Whole lines of one block collection: its entries from `first` to `last`. */
interface Stretch extends Range {
  /** The collections around it from the root on, each with the index of the entry that leads on. */
  readonly around: readonly { readonly node: Collection; readonly index: number }[]
  readonly node: Collection
  readonly first: number
  readonly last: number
}

/** Collections in one another up to which a part can be read alone; the parser's limit is beyond. */
const DEPTH = 100
/** What separates documents. In a text of several lines it separates nothing, but that is rare. */
const MARKER = /^(?:---|\.\.\.)(?:\s|$)/m

/**
 * The tree of `after`, made of `root`, which is the tree of `before`, and of the few lines around
 * `edits`, read alone. Nothing when those lines mean something only with others: then the text has to
 * be read. The text is one document without aliases and problems, and `edits` of it give `after`.
 */
export function graftTree(
  root: YamlNode,
  before: string,
  after: string,
  edits: readonly TextEdit[],
): YamlNode | undefined {
  const [first, last] = [edits[0], edits.at(-1)]
  if (!first || !last) return undefined
  const delta = after.length - before.length
  for (const stretch of stretchesAround(root, before, { from: first.from, to: last.to })) {
    const entries = readAlone(stretch, before, after, delta)
    if (entries) return rebuild(stretch, entries, delta)
  }
  return undefined
}

/** Ever larger stretches that hold `edited`, each beginning with an entry whose head stays as it is. */
function stretchesAround(root: YamlNode, text: string, edited: Range): Stretch[] {
  const found: Stretch[] = []
  const around: { node: Collection; index: number }[] = []
  let node = root
  let end = text.length
  while (isBlockCollection(node)) {
    const entries: readonly Entry[] = entriesOf(node)
    const at = lastStarting(entries, (entry) => entry.start <= edited.from)
    const first = headEnd(entries[at]) <= edited.from ? at : at - 1
    const entry = entries[first]
    if (!entry) break
    const begun = lastStarting(entries, (one) => lineStart(text, one.start) < edited.to)
    const last = Math.max(first, begun)
    const next = entries[last + 1]
    const to = next ? lineStart(text, next.start) : end
    const from = lineStart(text, entry.start)
    if (headEnd(entry) <= edited.from && /^ *$/.test(text.slice(from, entry.start))) {
      found.push({ around: [...around], node, first, last, from, to })
    }
    if (last > first) break
    around.push({ node, index: first })
    end = to
    node = entry.value
  }
  return found.reverse()
}

/** Where the key with its colon, or the dash, ends; never, for what begins otherwise. */
function headEnd(entry: Entry | undefined): number {
  if (!entry) return Number.POSITIVE_INFINITY
  if (!isPair(entry)) return entry.start + 1
  return entry.explicit || entry.colon < 0 ? Number.POSITIVE_INFINITY : entry.colon + 1
}

/** The entries of a stretch as `after` has them, with its offsets. */
function readAlone(
  { node, around, first, last, from, to }: Stretch,
  before: string,
  after: string,
  delta: number,
): readonly Entry[] | undefined {
  const source = after.slice(from, to + delta)
  // What follows has to begin its own line, as it did.
  if (to < before.length && !source.endsWith('\n')) return undefined
  if (MARKER.test(source)) return undefined
  const [part, ...others] = compose(source)
  if (!part || others.length > 0 || part.broken || part.aliases || part.problems.length > 0)
    return undefined
  const made = part.root
  if (made.kind !== node.kind || !isBlockCollection(made) || made.anchor || made.tag)
    return undefined
  if (around.length + depthOf(made) > DEPTH) return undefined
  if (mayGoOn(made, source)) return undefined
  const entries = entriesOf(made).map((entry) => movedEntry(entry, from))
  const old = entriesOf(node)
  if (entries[0]?.start !== old[first]?.start || headEnd(entries[0]) !== headEnd(old[first]))
    return undefined
  const names = [...old.slice(0, first), ...entries, ...old.slice(last + 1)].map((entry) =>
    isPair(entry) ? entry.name : undefined,
  )
  const given = names.filter((name) => name !== undefined)
  return new Set(given).size === given.length ? entries : undefined
}

/**
 * True when what follows the lines might be read as part of their last text: the parser goes on with
 * a plain one on a line of its own, behind a comment that stands further left.
 */
function mayGoOn(root: YamlNode, source: string): boolean {
  const leaf = lastLeaf(root)
  if (leaf.kind !== 'scalar' || leaf.style !== 'plain') return false
  return /^[ \t]*$/.test(source.slice(lineStart(source, leaf.start), leaf.start))
}

function depthOf(node: YamlNode): number {
  return entriesOf(node).reduce((most, { value }) => Math.max(most, depthOf(value) + 1), 0)
}

function rebuild(stretch: Stretch, entries: readonly Entry[], delta: number): YamlNode {
  const { node, first, last, around } = stretch
  let made: YamlNode = withEntries(node, first, last, entries, delta)
  for (const { node: outer, index } of around.toReversed()) {
    const entry = entriesOf(outer)[index]
    if (!entry) return made
    made = withEntries(outer, index, index, [{ ...entry, value: made }], delta)
  }
  return made
}

/** `node` with other entries in the place of those from `first` to `last`; what follows moves. */
function withEntries(
  node: Collection,
  first: number,
  last: number,
  entries: readonly Entry[],
  delta: number,
): YamlNode {
  const old = entriesOf(node)
  const all = [
    ...old.slice(0, first),
    ...entries,
    ...old.slice(last + 1).map((entry) => movedEntry(entry, delta)),
  ]
  const end = all.at(-1)
  const to = end ? entryEnd(end) : node.to
  return node.kind === 'map'
    ? ({ ...node, to, pairs: all } as MapNode)
    : ({ ...node, to, items: all } as SeqNode)
}

function moved(node: YamlNode, by: number): YamlNode {
  const span = { start: node.start + by, from: node.from + by, to: node.to + by }
  if (node.kind !== 'map' && node.kind !== 'seq') return { ...node, ...span }
  const made: YamlNode =
    node.kind === 'map'
      ? { ...node, ...span, pairs: node.pairs.map((pair) => movedEntry(pair, by)) }
      : { ...node, ...span, items: node.items.map((item) => movedEntry(item, by)) }
  return likeRead(node, made)
}

function movedEntry<E extends Entry>(entry: E, by: number): E {
  if (by === 0) return entry
  const start = entry.start + by
  const value = moved(entry.value, by)
  if (!isPair(entry)) return { ...entry, start, value }
  const colon = entry.colon < 0 ? -1 : entry.colon + by
  return { ...entry, start, value, colon, key: moved(entry.key, by) }
}
