import type { TextEdit } from '@/lib/promise/command'
import { isPlainSyntax, isPrintable } from './print-scalar'
import { readKey, readScalar } from './read-scalar'
import {
  entriesOf,
  entryEnd,
  isPair,
  lastStarting,
  type MapNode,
  type Pair,
  type ScalarNode,
  type YamlNode,
} from './tree'

/** A scalar that edits lie in, and the way to it. */
interface Found {
  readonly node: ScalarNode
  /** Entries from the root to the scalar. */
  readonly steps: readonly Step[]
  readonly flow: boolean
}

interface Step {
  readonly parent: Extract<YamlNode, { kind: 'map' | 'seq' }>
  readonly index: number
  readonly part: 'key' | 'value'
}

export interface Shifted {
  /** As the tree before, offsets too, but with the new scalar. */
  readonly root: YamlNode
  /** Where the scalar ended, in the offsets of that tree, and by how much it grew. */
  readonly place: number
  readonly delta: number
}

/** Longest key that still stands before a colon, with room to spare. */
const LONGEST_KEY = 1000

/**
 * The tree after edits that all lie inside one scalar of one line, when it is certain that reading
 * the text anew would give the same. `at` maps offsets of the tree to the text before the edits.
 */
export function shiftTree(
  root: YamlNode,
  at: (offset: number) => number,
  before: string,
  edits: readonly TextEdit[],
): Shifted | undefined {
  const first = edits[0]
  const last = edits.at(-1)
  if (!first || !last) return undefined
  const found = findScalar(root, at, first.from, last.to)
  if (!found) return undefined
  const { node } = found
  const from = at(node.from)
  const to = at(node.to)
  const old = before.slice(from, to)
  const source = splice(old, from, edits)
  const next = rescan(node, old, source, found)
  if (!next || !isHarmless(found, node, next, source)) return undefined
  return { root: rebuild(found, next), place: node.to, delta: source.length - old.length }
}

function findScalar(
  root: YamlNode,
  at: (offset: number) => number,
  from: number,
  to: number,
): Found | undefined {
  const steps: Step[] = []
  let node = root
  for (;;) {
    if (node.kind === 'scalar') {
      const inside = at(node.from) <= from && to <= at(node.to) && node.from < node.to
      const flow = steps.some((step) => step.parent.flow)
      return inside ? { node, steps, flow } : undefined
    }
    if (node.kind !== 'map' && node.kind !== 'seq') return undefined
    const entries = entriesOf(node)
    const index = lastStarting(entries, (entry) => at(entry.start) <= from)
    const entry = entries[index]
    if (!entry || at(entryEnd(entry)) < to) return undefined
    const part = isPair(entry) && to <= at(entry.key.to) ? 'key' : 'value'
    steps.push({ parent: node, index, part })
    node = part === 'key' && isPair(entry) ? entry.key : entry.value
  }
}

function splice(old: string, from: number, edits: readonly TextEdit[]): string {
  let out = ''
  let done = 0
  for (const edit of edits) {
    out += old.slice(done, edit.from - from) + edit.insert
    done = edit.to - from
  }
  return out + old.slice(done)
}

/** The scalar with another source, if the source is certainly one whole scalar. */
function rescan(
  node: ScalarNode,
  old: string,
  source: string,
  { flow }: Found,
): ScalarNode | undefined {
  if (node.style !== 'plain' && node.style !== 'single' && node.style !== 'double') return undefined
  if (
    old.includes('\n') ||
    node.tag !== undefined ||
    !isPrintable(source) ||
    !source.isWellFormed()
  )
    return undefined
  if (/^'(?:[^']|'')*'$/.test(source)) {
    return { ...node, style: 'single', text: source.slice(1, -1).replaceAll("''", "'") }
  }
  // JSON's escapes but for those that the cluster does not know: \/ and halves of pairs.
  if (/^"(?:[^"\\]|\\["\\bfnrt]|\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4})*"$/.test(source)) {
    return { ...node, style: 'double', text: JSON.parse(source) }
  }
  return isPlainSyntax(source, flow) ? { ...node, style: 'plain', text: source } : undefined
}

function isHarmless(found: Found, old: ScalarNode, next: ScalarNode, source: string): boolean {
  const step = found.steps.at(-1)
  if (readScalar(next).fault !== undefined && step?.part !== 'key') return false
  if (step?.part !== 'key' || step.parent.kind !== 'map') {
    // Closing quotes end a scalar wherever they stand; a plain one needs a blank or a mark behind.
    return old.style === 'plain' || next.style !== 'plain' || !found.flow
  }
  if ((old.style === 'plain') !== (next.style === 'plain') || source.length > LONGEST_KEY)
    return false
  return isNewName(step.parent, step.index, next)
}

/** True when the key is one that the cluster takes, no merge key, and not there yet. */
function isNewName(map: MapNode, index: number, key: ScalarNode): boolean {
  const name = readKey(key)
  if (name === undefined || key.text === '<<' || map.pairs[index]?.merge) return false
  return map.pairs.every(
    (pair, i) => i === index || (pair.name !== name && pair.name !== map.pairs[index]?.name),
  )
}

function rebuild({ steps }: Found, next: ScalarNode): YamlNode {
  let made: YamlNode = next
  for (const { parent, index, part } of steps.toReversed()) {
    if (parent.kind === 'seq') {
      const item = parent.items[index]
      if (item) made = { ...parent, items: parent.items.with(index, { ...item, value: made }) }
      continue
    }
    const pair = parent.pairs[index]
    if (pair) made = { ...parent, pairs: parent.pairs.with(index, replaced(pair, part, made)) }
  }
  return made
}

function replaced(pair: Pair, part: Step['part'], made: YamlNode): Pair {
  if (part === 'value') return { ...pair, value: made }
  return { ...pair, key: made, name: made.kind === 'scalar' ? readKey(made) : undefined }
}
