import type { TextEdit } from '@/lib/promise/command'
import type { FileContent } from '@/lib/promise/files'
import { isRecord, type Path } from '@/lib/promise/path'
import { adoptValue } from './adopt-value'
import { type Composed, compose, emptyNode, type YamlProblem } from './compose'
import { blockEntryRange } from './entry'
import { graftTree } from './graft'
import { locate, locateDeepest, type Spot } from './locate'
import { OffsetShift } from './offsets'
import { readValue } from './read-value'
import { shiftTree } from './shift'
import { type Style, styleOf } from './style'
import type { Range } from './text'
import {
  type Entry,
  entriesOf,
  entryEnd,
  isBlockCollection,
  isPair,
  lastStarting,
  walk,
  type YamlNode,
} from './tree'
import { thinned } from './wire'

export type { YamlProblem } from './compose'
export type { Range } from './text'

/** One YAML document as the cluster reads it, and where each part of it stands in the text. */
export interface YamlDocument {
  /** The whole file, also when it holds several documents. */
  readonly text: string
  /** This document in `text`. */
  readonly range: Range
  readonly problems: readonly YamlProblem[]
  /** A syntax error: `value()` is what could be read. */
  readonly broken: boolean
  /** The tree with offsets in `text`. For this folder only. */
  readonly root: YamlNode
  /** The place of `path` with what holds it. For this folder only. */
  spotOf(path: Path): Spot | undefined
  /** It has aliases: anchors matter. For this folder only. */
  readonly aliases: boolean
  /** Part of it was left out on its way between threads. For this folder only. */
  readonly thinned: boolean
  /** The document with nothing left out; reads the text where needed. For this folder only. */
  whole(): YamlDocument
  /** How the file is written, for what is added to it. For this folder only. */
  readonly style: Style
  /**
   * What the cluster reads (`sigs.k8s.io/yaml`): plain objects, numbers, bigint beyond 2^53-1.
   * A subtree keeps its identity over edits beside it. Do not change it.
   */
  value(): unknown
  has(path: Path): boolean
  /**
   * Where `path` stands: its value, its key, or the whole entry (key, value and attached comments;
   * whole lines in block style). Behind an alias: where the anchor stands.
   */
  rangeOf(path: Path, part?: 'entry' | 'key' | 'value'): Range | undefined
  /** Source text of the value at `path`, without its anchor and tag. */
  source(path: Path): string | undefined
  /** The deepest place whose entry holds `offset`. */
  pathAt(offset: number): Path
  /** True when `path` is reached through an alias or a merge key. */
  shared(path: Path): boolean
}

/** Every document of `text`; an empty text is one empty document. Never throws. */
export function parseYaml(text: string): readonly YamlDocument[] {
  return compose(text).map((part) => new TreeDocument(text, part))
}

type Documents = readonly YamlDocument[]
const memo = new WeakMap<FileContent, Documents | (() => Documents)>()

/** The documents of a file, read once. A binary file has none. */
export function documentsOf(content: FileContent): readonly YamlDocument[] {
  const known = memo.get(content)
  if (known && typeof known !== 'function') return known
  const documents = known?.() ?? (content.text === null ? [] : parseYaml(content.text))
  memo.set(content, documents)
  return documents
}

/** True when the documents of a file are known: to ask for them costs nothing. */
export function isRead(content: FileContent): boolean {
  return Array.isArray(memo.get(content))
}

/** Lets go of the documents of `content`: they are read anew when they are asked for. */
export function forgetDocuments(content: FileContent): void {
  memo.delete(content)
}

/** The document with `kind: Promise`, else the first. */
export function promiseDocument(content: FileContent): YamlDocument | undefined {
  const documents = documentsOf(content)
  if (documents.length < 2) return documents[0]
  const isPromise = (document: YamlDocument) => {
    const value = document.value()
    return isRecord(value) && value.kind === 'Promise'
  }
  return documents.find(isPromise) ?? documents[0]
}

/** Lets `content` have `documents` without reading it. They must be those of its text. */
export function primeDocuments(content: FileContent, documents: readonly YamlDocument[]): void {
  memo.set(content, documents)
}

/** As {@link primeDocuments}, with documents that are made when they are first asked for. */
export function deferDocuments(content: FileContent, make: () => Documents): void {
  memo.set(content, make)
}

/** A document that nothing could be read of. */
export function brokenDocument(text: string, problems: readonly YamlProblem[]): YamlDocument {
  const range = { from: 0, to: text.length }
  const root = emptyNode(0)
  return new TreeDocument(text, { range, root, problems, broken: true, aliases: false })
}

/**
 * A document as plain data, for another thread. Of a file of more than 100,000 characters the items
 * of `spec.dependencies` are kept in part: their `metadata` whole, else their keys, and the keys and
 * scalars below those. A deeper map or list reads as empty in `value()`; `rangeOf` and
 * `pathAt` answer for it as a whole; `has`, `source` and every edit of what lies in it read the text
 * anew.
 */
export type WireDocument = Composed

export function serialise(documents: readonly YamlDocument[]): readonly WireDocument[] {
  return documents.map((one) => thinned((one as TreeDocument).composed(), one.text.length))
}

/** The documents that {@link serialise} took; `text` is the file they were read from. */
export function revive(wire: readonly WireDocument[], text: string): readonly YamlDocument[] {
  return wire.map((part) => new TreeDocument(text, part))
}

/**
 * Lets `after`, which is `before` with `edits`, have its documents without reading it whole: where
 * every edit stays inside one scalar of one line, nothing is read, else a few lines where these can be
 * read alone. False: it has to be read.
 */
export function shiftDocuments(
  before: FileContent,
  edits: readonly TextEdit[],
  after: FileContent,
): boolean {
  const known = memo.get(before)
  const documents = typeof known === 'function' ? undefined : (known as readonly TreeDocument[])
  if (!documents || before.text === null || after.text === null) return false
  const text = after.text
  if (!isResult(before.text, edits, text)) return false
  const index = documents.findLastIndex((one) => one.range.from <= (edits[0]?.from ?? 0))
  const shifted = documents[index]?.shifted(edits, text) ?? grafted(documents, edits, text)
  if (!shifted) return false
  const delta = text.length - before.text.length
  const moved = documents.map((one, i) => {
    if (i === index) return shifted
    return i < index ? one.inText(text) : one.moved(delta, text)
  })
  memo.set(after, moved)
  return true
}

function grafted(
  documents: readonly TreeDocument[],
  edits: readonly TextEdit[],
  text: string,
): TreeDocument | undefined {
  return documents.length === 1 ? documents[0]?.grafted(edits, text) : undefined
}

/** True when `edits` of `before` may well give `after`: lengths and insertions agree. */
function isResult(before: string, edits: readonly TextEdit[], after: string): boolean {
  let moved = 0
  for (const { from, to, insert } of edits) {
    if (!after.startsWith(insert, from + moved)) return false
    moved += insert.length - (to - from)
  }
  return edits.length > 0 && before.length + moved === after.length
}

/** With more places moved than this, the tree is written anew. */
const MANY_SHIFTS = 64

class TreeDocument implements YamlDocument {
  readonly text: string
  readonly range: Range
  readonly problems: readonly YamlProblem[]
  readonly broken: boolean
  /** The tree as it was read, or with its latest scalars; its offsets move by `#shift`. */
  readonly #part: Composed
  readonly #shift: OffsetShift
  #root: YamlNode | undefined
  #style: Style | undefined
  #whole: TreeDocument | undefined
  #read = false

  constructor(text: string, part: Composed, shift = new OffsetShift()) {
    this.text = text
    this.#part = part
    this.#shift = shift
    this.broken = part.broken
    this.range = { from: shift.at(part.range.from), to: shift.at(part.range.to) }
    this.problems =
      shift.size === 0
        ? part.problems
        : part.problems.map((problem) => ({
            ...problem,
            range: { from: shift.at(problem.range.from), to: shift.at(problem.range.to) },
          }))
  }

  get root(): YamlNode {
    this.#root ??= this.#shift.apply(this.#part.root)
    return this.#root
  }

  get thinned(): boolean {
    return this.#part.thinned === true
  }

  get aliases(): boolean {
    return this.#part.aliases
  }

  get style(): Style {
    this.#style ??= styleOf(this.text, this.root)
    return this.#style
  }

  composed(): Composed {
    const { range, root, problems, broken } = this
    return { ...this.#part, range, root, problems, broken }
  }

  /** This document after edits inside one of its scalars, or nothing when it has to be read. */
  shifted(edits: readonly TextEdit[], text: string): TreeDocument | undefined {
    const part = this.#part
    if (part.broken || part.aliases) return undefined
    const at = (offset: number) => this.#shift.at(offset)
    const change = shiftTree(part.root, at, this.text, edits)
    const first = edits[0]?.from ?? 0
    const last = edits.at(-1)?.to ?? 0
    if (!change || this.problems.some(({ range }) => range.from <= last && first <= range.to)) {
      return undefined
    }
    const shift = this.#shift.plus(change.place, change.delta)
    const next = new TreeDocument(text, { ...part, root: change.root }, shift)
    next.#style = this.#style
    if (shift.size <= MANY_SHIFTS) return next
    // To look at every node once writes all offsets anew; nothing hangs on the older trees then.
    walk(next.root, () => undefined)
    return new TreeDocument(text, next.composed())
  }

  /** This document, the only one, after edits of a few lines, or nothing when it has to be read. */
  grafted(edits: readonly TextEdit[], text: string): TreeDocument | undefined {
    const part = this.#part
    if (part.broken || part.aliases || part.problems.length > 0) return undefined
    const root = graftTree(this.root, this.text, text, edits)
    return root && new TreeDocument(text, { ...part, root, range: { from: 0, to: text.length } })
  }

  /** This document in a text that changed only behind it. */
  inText(text: string): TreeDocument {
    return new TreeDocument(text, this.#part, this.#shift)
  }

  /** This document in a text that grew by `delta` before it. */
  moved(delta: number, text: string): TreeDocument {
    return new TreeDocument(text, this.#part, this.#shift.plus(this.#part.range.from, delta))
  }

  value(): unknown {
    if (!this.#read) {
      this.#read = true
      // Where aliases share values, comparing could take longer than reading.
      if (!this.#part.aliases) return adoptValue(this.#part.root)
    }
    return readValue(this.#part.root)
  }

  has(path: Path): boolean {
    return locate(this.#part.root, path) !== undefined || this.#beyond(path)?.has(path) === true
  }

  whole(): TreeDocument {
    if (!this.#part.thinned) return this
    this.#whole ??= compose(this.text)
      .map((part) => new TreeDocument(this.text, part))
      .find((one) => one.range.from === this.range.from)
    return this.#whole ?? this
  }

  /** The whole document, when `path` leads into a part that is left out here. */
  #beyond(path: Path): TreeDocument | undefined {
    if (!this.#part.thinned) return undefined
    return locateDeepest(this.#part.root, path).spot.node.kind === 'opaque'
      ? this.whole()
      : undefined
  }

  /** The place of `path` with its offsets in the text; only what lies there is looked at. */
  spotOf(path: Path): Spot | undefined {
    const spot = locate(this.#part.root, path)
    return spot && this.#moved(spot)
  }

  #moved(spot: Spot): Spot {
    if (this.#shift.size === 0) return spot
    const parent = spot.parent && this.#moved(spot.parent)
    const entry = spot.entry && this.#shift.entry(spot.entry)
    return { ...spot, node: this.#shift.apply(spot.node), entry, parent: parent as Spot['parent'] }
  }

  rangeOf(path: Path, part: 'entry' | 'key' | 'value' = 'entry'): Range | undefined {
    const { spot, depth } = locateDeepest(this.#part.root, path)
    const here = depth === path.length || spot.node.kind === 'opaque' ? spot : undefined
    if (!here) return undefined
    const { node, entry, parent } = this.#moved(here)
    if (!entry || !parent || part === 'value') return { from: node.from, to: node.to }
    if (part === 'key') {
      if (isPair(entry)) return { from: entry.key.from, to: entry.key.to }
      return { from: entry.start, to: Math.max(entry.start, node.from) }
    }
    if (parent.node.flow) return { from: entry.start, to: entryEnd(entry) }
    const before = here.parent && entriesOf(here.parent.node)[here.index - 1]
    return blockEntryRange(
      this.text,
      entry,
      before ? this.#shift.at(entryEnd(before)) : this.range.from,
    )
  }

  source(path: Path): string | undefined {
    const spot = this.spotOf(path) ?? this.#beyond(path)?.spotOf(path)
    return spot && this.text.slice(spot.node.from, spot.node.to)
  }

  pathAt(offset: number): Path {
    const path: (string | number)[] = []
    let node: YamlNode = this.#part.root
    for (;;) {
      const index = this.#entryAt(node, offset)
      const entry = entriesOf(node)[index]
      if (!entry) return path
      if (isPair(entry)) {
        if (entry.name === undefined || entry.merge) return path
        path.push(entry.name)
      } else path.push(index)
      node = entry.value
    }
  }

  /** Index of the entry that holds `offset`, or -1. */
  #entryAt(node: YamlNode, offset: number): number {
    const entries = entriesOf(node)
    const last = lastStarting(entries, (entry) => this.#shift.at(entry.start) <= offset)
    // The offset may lie in comments above the next entry, too.
    for (const index of [last + 1, last]) {
      const entry = entries[index]
      if (!entry) continue
      const range = this.#extent(node, entry, entries[index - 1])
      if (range.from <= offset && (offset < range.to || offset === this.text.length)) return index
    }
    return -1
  }

  #extent(node: YamlNode, base: Entry, before: Entry | undefined): Range {
    const entry = this.#shift.entry(base)
    if (!isBlockCollection(node)) return { from: entry.start, to: entryEnd(entry) + 1 }
    return blockEntryRange(
      this.text,
      entry,
      before ? this.#shift.at(entryEnd(before)) : this.range.from,
    )
  }

  shared(path: Path): boolean {
    return locate(this.#part.root, path)?.via !== undefined
  }
}

/** The range of the entry that holds `spot`. */
export function entryRange(text: string, spot: Spot, documentStart: number): Range {
  const { node, entry, parent, index } = spot
  if (!entry || !parent) return { from: node.start, to: node.to }
  if (parent.node.flow) return { from: entry.start, to: entryEnd(entry) }
  const before = entriesOf(parent.node)[index - 1]
  return blockEntryRange(text, entry, before ? entryEnd(before) : documentStart)
}
