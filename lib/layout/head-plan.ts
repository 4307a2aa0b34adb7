import { displayPath, type Path } from '@/lib/promise/path'
import type { YamlDocument } from '@/lib/yaml/document'
import { columnOf, nextLine, startsLine } from '@/lib/yaml/text'
import { entriesOf, isPair, type MapNode, type Pair, type YamlNode } from '@/lib/yaml/tree'
import type { Slot } from './parts'

/** A change of the head on its way into the joined text. */
export type Insertion =
  /** Lines before the line that begins at `at`: as they are, or a part moved to the right. */
  | {
      readonly kind: 'lines'
      readonly at: number
      readonly lines: readonly (string | { readonly file: string; readonly indent: number })[]
    }
  /** An empty value that a part takes the place of. */
  | { readonly kind: 'skip'; readonly at: number; readonly to: number }

export type HeadPlan =
  | {
      readonly ok: true
      readonly insertions: readonly Insertion[]
      readonly unread: readonly Slot[]
    }
  | { readonly ok: false; readonly message: string; readonly from: number; readonly to: number }

/** The slots as a tree of keys below the root of a Promise. */
interface Branch {
  readonly slot?: Slot
  readonly children: Map<string, Branch>
}

/** Where in the head each part goes: below its key, which is added when it is not there. */
export function headPlan(head: YamlDocument, slots: readonly Slot[]): HeadPlan {
  const tree: Branch = { children: new Map() }
  for (const slot of slots) {
    let branch = tree
    for (const [i, step] of slot.path.entries()) {
      const key = String(step)
      const next = branch.children.get(key) ?? {
        ...(i === slot.path.length - 1 && { slot }),
        children: new Map(),
      }
      branch.children.set(key, next)
      branch = next
    }
  }
  const planner = new Planner(head)
  try {
    planner.root(tree)
  } catch (error) {
    if (error instanceof NoRoom) return { ok: false, ...error.where }
    throw error
  }
  return { ok: true, insertions: planner.insertions, unread: planner.unread }
}

class NoRoom extends Error {
  readonly where: { readonly message: string; readonly from: number; readonly to: number }

  constructor(path: Path, node: YamlNode) {
    const place = path.length === 0 ? 'the root' : displayPath(path)
    const message = `the parts cannot be put into ${place}: it must be a map in block style`
    super(message)
    this.where = { message, from: node.from, to: node.to }
  }
}

class Planner {
  readonly insertions: Insertion[] = []
  readonly unread: Slot[] = []
  readonly #text: string
  readonly #head: YamlDocument
  readonly #step: number

  constructor(head: YamlDocument) {
    this.#head = head
    this.#text = head.text
    this.#step = head.style.indent
  }

  root(tree: Branch): void {
    const { root } = this.#head
    if (root.kind !== 'map' || root.flow) throw new NoRoom([], root)
    const first = root.pairs[0]
    const column = first ? columnOf(this.#text, first.start) : 0
    this.#map(root, [], tree, column, this.#head.range.to)
  }

  /** Adds what `tree` holds to a map; new keys go before the line at `at`. */
  #map(map: MapNode, path: Path, tree: Branch, column: number, at: number): void {
    const added: (string | { file: string; indent: number })[] = []
    for (const [key, branch] of tree.children) {
      const pair = map.pairs.find(({ name }) => name === key)
      if (pair) this.#pair(pair, [...path, key], branch)
      else added.push(...this.#lines(key, branch, column))
    }
    if (added.length > 0) this.insertions.push({ kind: 'lines', at, lines: added })
  }

  #pair(pair: Pair, path: Path, branch: Branch): void {
    const { value, colon } = pair
    const behind = nextLine(this.#text, Math.max(colon + 1, value.to))
    const column = columnOf(this.#text, pair.start)
    if (isEmpty(value)) {
      if (pair.explicit || !startsLine(this.#text, pair.start)) throw new NoRoom(path, value)
      if (value.to > colon + 1) this.insertions.push({ kind: 'skip', at: colon + 1, to: value.to })
      const lines = this.#below(branch, column)
      this.insertions.push({ kind: 'lines', at: behind, lines })
    } else if (branch.slot) this.unread.push(branch.slot)
    else if (value.kind === 'map' && !value.flow && value.anchor === undefined) {
      const first = value.pairs[0]
      if (!first || !startsLine(this.#text, first.start)) throw new NoRoom(path, value)
      const inner = columnOf(this.#text, first.start)
      this.#map(value, path, branch, inner, nextLine(this.#text, colon))
    } else throw new NoRoom(path, value)
  }

  #lines(
    key: string,
    branch: Branch,
    column: number,
  ): (string | { file: string; indent: number })[] {
    return [`${' '.repeat(column)}${key}:`, ...this.#below(branch, column)]
  }

  #below(branch: Branch, column: number): (string | { file: string; indent: number })[] {
    const inner = column + this.#step
    if (branch.slot) return [{ file: branch.slot.file, indent: inner }]
    return [...branch.children].flatMap(([key, child]) => this.#lines(key, child, inner))
  }
}

/** True for a value that stands for nothing and that nothing refers to. */
function isEmpty(node: YamlNode): boolean {
  if (node.anchor !== undefined || node.tag !== undefined) return false
  if (node.kind === 'scalar') {
    return (
      node.style === 'empty' || (node.style === 'plain' && /^(?:~|null|Null|NULL)$/.test(node.text))
    )
  }
  return (node.kind === 'map' || node.kind === 'seq') && node.flow && entriesOf(node).length === 0
}

/** The pair with a name in a map. */
export function pairOf(node: YamlNode | undefined, name: string): Pair | undefined {
  if (node?.kind !== 'map') return undefined
  return node.pairs.find((pair) => isPair(pair) && pair.name === name)
}
