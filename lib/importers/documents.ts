import type { FileContent } from '@/lib/promise/files'
import { isRecord } from '@/lib/promise/path'
import { documentsOf, type Range } from '@/lib/yaml/document'

/** A Promise in a file of several documents. */
export interface PromiseDocument {
  /** From 1, counting every document of the file. */
  readonly number: number
  readonly name: string
  /** All of the document, its `---` too. */
  readonly range: Range
}

/**
 * Whether a text has an object of kind Promise. A look at the text, not a reading of it: broken
 * YAML must be openable too, since it is here that the user can mend it.
 */
export function mentionsPromise(text: string): boolean {
  return /(^|[\s{,"'])kind["']?\s*:\s*["']?Promise\b(?!-)/.test(text)
}

/** The same at the left margin only: a Promise inside another object is not one to design. */
export function isPromiseText(text: string): boolean {
  return MARGIN.test(text) || (/^\ufeff?\s*\{/.test(text) && mentionsPromise(text))
}

const MARGIN = /^\ufeff?["']?kind["']?\s*:\s*["']?Promise["']?\s*(#.*)?$/m

/** The Promises of a text, when there may be several of them; a text is read only then. */
export function promiseDocuments(content: FileContent | undefined): readonly PromiseDocument[] {
  if (!content || content.text === null || !maySeparate(content.text)) return []
  const found: PromiseDocument[] = []
  for (const [i, document] of documentsOf(content).entries()) {
    const value = document.value()
    if (!isRecord(value) || value.kind !== 'Promise') continue
    found.push({ number: i + 1, name: nameIn(value), range: document.range })
  }
  return found
}

/** The name of a Promise, read from the text without parsing where that is safe. */
export function promiseName(content: FileContent): string {
  const { text } = content
  if (text === null) return ''
  const glance = nameAtAGlance(text)
  if (glance !== undefined) return glance
  if (text.length > 50_000) return ''
  const values = documentsOf(content).map((document) => document.value())
  const promise = values.find((value) => isRecord(value) && value.kind === 'Promise')
  return isRecord(promise) ? nameIn(promise) : ''
}

/** The plain `name` directly below the first `metadata` at the left margin. */
function nameAtAGlance(text: string): string | undefined {
  const start = /^metadata:[ \t]*\r?\n/m.exec(text)
  if (!start) return undefined
  let indent: string | undefined
  for (const line of text.slice(start.index + start[0].length, LOOK + start.index).split(/\r?\n/)) {
    const [, space = '', rest = ''] = /^([ \t]*)(.*)$/.exec(line) ?? []
    if (rest === '' || rest.startsWith('#')) continue
    if (space === '') return undefined
    indent ??= space
    const name = space === indent && /^name:[ \t]*["']?([\w.-]+)/.exec(rest)?.[1]
    if (name) return name
  }
  return undefined
}

/** So far into the metadata is looked for the name. */
const LOOK = 20_000

function nameIn(value: Readonly<Record<string, unknown>>): string {
  const { metadata } = value
  return isRecord(metadata) && typeof metadata.name === 'string' ? metadata.name : ''
}

function maySeparate(text: string): boolean {
  if (!/^---/m.test(text)) return false
  return (text.match(/kind["']?\s*:\s*["']?Promise\b(?!-)/g)?.length ?? 0) > 1
}
