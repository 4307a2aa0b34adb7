import { isRecord } from '@/lib/promise/path'
import { appliedSize } from '@/lib/promise/size'
import { parseYaml, type Range, type YamlDocument } from '@/lib/yaml/document'
import { type Cut, cutDocuments } from './cut'
import type { DependencyDocument } from './document'
import { type Identity, identityOf } from './identity'
import { estimateJsonSize } from './json-size'
import { ownProblems, problemAt, syntaxProblem } from './problems'
import { scopeOf } from './scope'

/**
 * The objects in a file of manifests, in order; empty documents are passed over and a `List` gives
 * its items. Reads only the few lines that name each object, so that 800 KB take milliseconds: a
 * syntax error elsewhere in a document is not seen here. Whatever is not plain block style is
 * parsed in full. Never throws.
 */
export function listDocuments(file: string, text: string): readonly DependencyDocument[] {
  const list = new DocumentList(file, text)
  const cuts = cutDocuments(text)
  if (cuts) for (const cut of cuts) list.addCut(cut)
  else for (const document of parseYaml(text)) list.addParsed(document, document.range)
  return list.documents
}

/** The same from a full parse: slower, sees every fault, exact sizes. */
export function listDocumentsFully(file: string, text: string): readonly DependencyDocument[] {
  const list = new DocumentList(file, text)
  for (const document of parseYaml(text)) list.addParsed(document, document.range)
  return list.documents
}

/** Keys that tell which object a document is. `items` asks for a full parse. */
const NAMING = ['apiVersion', 'kind', 'metadata']

class DocumentList {
  readonly documents: DependencyDocument[] = []
  readonly #file: string
  readonly #text: string
  #index = -1

  constructor(file: string, text: string) {
    this.#file = file
    this.#text = text
  }

  addCut(cut: Cut): void {
    const { range, entries, plain } = cut
    const identity = plain && !entries.has('items') ? this.#readNaming(cut) : undefined
    if (identity === undefined) {
      const parsed = parseYaml(this.#text.slice(range.from, range.to))
      for (const document of parsed) this.addParsed(document, range, range.from)
    } else if (entries.size > 0) {
      this.#index++
      const json = estimateJsonSize(this.#text, range.from, range.to)
      this.#add(identity, [], range, json, [])
    }
  }

  /** `offset` is where the parsed text begins in the file. */
  addParsed(document: YamlDocument, range: Range, offset = 0): void {
    const value = document.value()
    const syntax = document.problems.map((problem) => syntaxProblem(this.#file, problem, offset))
    if (value === null || value === undefined) {
      if (!document.broken) return
      this.#index++
      this.#add(identityOf(undefined), [], range, 0, syntax)
      return
    }
    this.#index++
    const identity = identityOf(value)
    const { items } = isRecord(value) ? value : {}
    if (!identity.kind.endsWith('List') || !Array.isArray(items)) {
      this.#add(identity, [], range, exactSize(value), syntax)
      return
    }
    // The items of a typed list may leave out what its kind says already.
    const kind = identity.kind.slice(0, -'List'.length)
    const apiVersion = kind === '' ? '' : identity.apiVersion
    items.forEach((item: unknown, i) => {
      const own = document.rangeOf(['items', i], 'value') ?? document.range
      const itemRange = { from: own.from + offset, to: own.to + offset }
      const read = identityOf(item)
      const named = {
        ...read,
        kind: read.kind || kind,
        apiVersion: read.apiVersion || apiVersion,
      }
      this.#add(named, ['items', i], itemRange, exactSize(item), i === 0 ? syntax : [])
    })
    if (items.length === 0) {
      const empty = problemAt(
        this.#file,
        'warning',
        'dependency-empty-list',
        `this ${identity.kind} is empty`,
        range,
      )
      this.#add(identity, [], range, exactSize(value), [...syntax, empty], true)
    }
  }

  /** The identity from the entries that tell it, or `undefined` when they need their document. */
  #readNaming({ entries }: Cut): Identity | undefined {
    let snippet = ''
    for (const key of NAMING) {
      const range = entries.get(key)
      if (range) snippet += `${this.#text.slice(range.from, range.to)}\n`
    }
    if (snippet === '') return identityOf({})
    // An alias may point at an anchor in a part that was left out.
    if (/[*&!]/.test(snippet) && /(^|[\s[{,])[*&!]\S/.test(snippet)) return undefined
    const [document, ...more] = parseYaml(snippet)
    if (!document || more.length > 0 || document.problems.length > 0) return undefined
    return identityOf(document.value())
  }

  #add(
    identity: Identity,
    path: DependencyDocument['path'],
    range: Range,
    json: number,
    problems: DependencyDocument['problems'],
    isKnown = false,
  ): void {
    const { apiVersion, kind, name, namespace } = identity
    const scope = scopeOf(apiVersion, kind)
    const broken = problems.some(({ severity }) => severity === 'error')
    const own = isKnown || broken ? [] : ownProblems(this.#file, identity, scope, range)
    this.documents.push({
      file: this.#file,
      index: this.#index,
      path,
      apiVersion,
      kind,
      name,
      namespace,
      scope,
      range,
      bytes: utf8Size(this.#text, range),
      json,
      problems: [...problems, ...own],
    })
  }
}

/** Without the newline that ends what `kubectl` sends. */
function exactSize(value: unknown): number {
  return Math.max(0, appliedSize(value) - 1)
}

/** Bytes of a range in UTF-8, without encoding it. */
function utf8Size(text: string, { from, to }: Range): number {
  let size = to - from
  // Found natively: most manifests are ASCII, and a loop is slow before it has been compiled.
  const first = text.slice(from, to).search(/[^\0-\x7f]/)
  if (first < 0) return size
  for (let i = from + first; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) continue
    // A pair of surrogates is two units here and four bytes there.
    size += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2
  }
  return size
}
