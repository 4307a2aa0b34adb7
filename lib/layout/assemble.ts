import { FileContent, type Files, PROMISE_FILE } from '@/lib/promise/files'
import { editBetween } from '@/lib/promise/text-difference'
import { deferDocuments, shiftDocuments } from '@/lib/yaml/document'
import { type Joined, join } from './join'
import { splitOf } from './parts'
import { readJoined } from './read-joined'
import { virtualHead } from './virtual-head'

/** A split repository seen as one with a `promise.yaml`. */
export interface Layout extends Joined {
  /** The joined text as the content of `promise.yaml`; the same object while no part changes. */
  readonly content: FileContent
}

const layouts = new WeakMap<Files, { readonly files: Files; readonly layout: Layout | undefined }>()

/**
 * The repository as commands, rules and `build` know it: with the Promise in `promise.yaml`. A
 * flat repository is given as it is. The same map gives the same map.
 */
export function assemble(files: Files): Files {
  return assembled(files).files
}

/** How the Promise of a repository lies in its parts; `undefined` for a flat one. */
export function layoutOf(files: Files): Layout | undefined {
  return assembled(files).layout
}

/** The text of the Promise as a file, whatever the layout. */
export function promiseContent(files: Files): FileContent | undefined {
  return assemble(files).get(PROMISE_FILE)
}

function assembled(files: Files): { readonly files: Files; readonly layout: Layout | undefined } {
  const known = layouts.get(files)
  if (known) return known
  const layout = makeLayout(files)
  const made = { files: layout ? new Map(files).set(PROMISE_FILE, layout.content) : files, layout }
  layouts.set(files, made)
  // An assembled map is its own assembly: whoever is handed one need not know.
  layouts.set(made.files, made)
  return made
}

/** Layouts by what they were made of; the API is the key since every split repository has one. */
const byApi = new WeakMap<FileContent, { from: readonly unknown[]; layout: Layout }[]>()
const KEPT = 50

function makeLayout(files: Files): Layout | undefined {
  const split = splitOf(files)
  if (!split) return undefined
  const { parts } = split
  const head = split.head ?? virtualHead(files)
  const [api] = parts
  if (!api) throw new Error('a split repository has an API')
  const from = [
    head,
    split.head === undefined,
    ...parts.flatMap((part) => [part.file, part.content]),
  ]
  const made = byApi.get(api.content) ?? []
  const same = made.find((one) => sameItems(one.from, from))
  if (same) return same.layout
  const joined = join(head, split.head === undefined, parts)
  const layout = { ...joined, content: FileContent.fromText(joined.text) }
  deferDocuments(layout.content, () => readJoined(joined))
  byApi.set(api.content, [...made.slice(-KEPT), { from, layout }])
  return layout
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i])
}

/**
 * Lets the joined Promise of `after` have the documents of that of `before`, where the change lies
 * inside one scalar. False: it has to be read.
 */
export function shiftAssembled(before: Files, after: Files): boolean {
  const [old, now] = [layoutOf(before)?.content, layoutOf(after)?.content]
  if (!old || !now || old === now || old.text === null || now.text === null) return false
  return shiftDocuments(old, [editBetween(old.text, now.text)], now)
}
