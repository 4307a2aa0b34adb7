import type { Composed } from './compose'
import { entriesOf, isPair, type MapNode, type SeqNode, type YamlNode } from './tree'

/** Documents of more characters than this are sent without the depths of their dependencies. */
const LARGE = 100_000

/**
 * The form of a document for another thread: plain data. In a large document the items of
 * `spec.dependencies` keep their keys, the keys below those, and all of their `metadata`; maps and
 * lists deeper than that are opaque: their place is known, their entries are not.
 */
export function thinned(part: Composed, size: number): Composed {
  if (size <= LARGE || part.aliases) return part
  const root = replaceAt(part.root, ['spec', 'dependencies'], (list) =>
    mapValues(list, (item) =>
      mapValues(item, (value, name) =>
        name === 'metadata' ? value : mapValues(value, (held) => opaque(held)),
      ),
    ),
  )
  return root === part.root ? part : { ...part, root, thinned: true }
}

function opaque(node: YamlNode): YamlNode {
  if ((node.kind !== 'map' && node.kind !== 'seq') || entriesOf(node).length === 0) return node
  const { start, from, to, tag, kind } = node
  return { kind: 'opaque', was: kind, start, from, to, ...(tag && { tag }) }
}

function replaceAt(
  node: YamlNode,
  path: readonly string[],
  change: (node: YamlNode) => YamlNode,
): YamlNode {
  const [name, ...rest] = path
  if (name === undefined) return change(node)
  return mapValues(node, (value, key) => (key === name ? replaceAt(value, rest, change) : value))
}

/** `node` with its values changed; a scalar as it is. */
function mapValues(
  node: YamlNode,
  change: (value: YamlNode, name: string | undefined) => YamlNode,
): YamlNode {
  if (node.kind !== 'map' && node.kind !== 'seq') return node
  let same = true
  const entries = entriesOf(node).map((entry) => {
    const value = change(entry.value, isPair(entry) ? entry.name : undefined)
    if (value === entry.value) return entry
    same = false
    return { ...entry, value }
  })
  if (same) return node
  return node.kind === 'map'
    ? ({ ...node, pairs: entries } as MapNode)
    : ({ ...node, items: entries } as SeqNode)
}
