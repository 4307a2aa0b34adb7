import * as fc from 'fast-check'
import { applyTextEdits, type TextEdit } from '@/lib/promise/command'
import { FileContent } from '@/lib/promise/files'
import { isRecord, type Path } from '@/lib/promise/path'
import { documentsOf, parseYaml, shiftDocuments, type YamlDocument } from './document'
import type { Edited } from './edit'

/** The first document of `text`. @throws Error when there is none */
export function documentOf(text: string): YamlDocument {
  const [document] = parseYaml(text)
  if (!document) throw new Error('no document')
  return document
}

/** The text after an edit that must not be refused. @throws Error when it is */
export function textAfter(document: YamlDocument, edited: Edited): string {
  if (!edited.ok) throw new Error(`refused: ${edited.reason}`)
  return applyTextEdits(document.text, edited.edits)
}

/** Every path of a value, parents before children, map keys as strings. */
export function pathsOf(value: unknown, at: Path = []): Path[] {
  const below = Array.isArray(value)
    ? value.flatMap((item, i) => pathsOf(item, [...at, i]))
    : isRecord(value)
      ? Object.entries(value).flatMap(([key, held]) => pathsOf(held, [...at, key]))
      : []
  return [at, ...below]
}

/** Texts of all comments of a document, sorted: what an edit must not lose or invent. */
export function commentsOf(text: string): string[] {
  return [...text.matchAll(/#c\d+#/g)].map(([comment]) => comment).sort()
}

/** Everything that can be asked of documents, for comparing. */
export function answers(all: readonly YamlDocument[]) {
  return all.map((document) => {
    const paths = pathsOf(document.value())
    const offsets = Array.from({ length: document.text.length + 1 }, (_, i) => i)
    return {
      value: document.value(),
      range: document.range,
      problems: document.problems,
      root: document.root,
      paths: paths.map((path) => [
        path,
        document.source(path),
        document.rangeOf(path),
        document.rangeOf(path, 'key'),
        document.rangeOf(path, 'value'),
      ]),
      places: offsets.map((offset) => document.pathAt(offset)),
    }
  })
}

/** A file that was read, the same after `edit`, and whether that one needs no reading. */
export function typed(text: string, edit: TextEdit) {
  const before = FileContent.fromText(text)
  documentsOf(before)
  const after = FileContent.fromText(applyTextEdits(text, [edit]))
  return { before, after, shifted: shiftDocuments(before, [edit], after) }
}

const SCALARS = [
  '1',
  '0x1F',
  '010',
  '1_000',
  '1.5',
  'yes',
  '~',
  'null',
  'plain',
  'two words',
  'http://x:80/y?z',
  "'it''s'",
  "'yes'",
  '"a\\tb"',
  '"\\u00e9 #no"',
  "''",
  '""',
  'a#b',
  '-x',
  '2001-01-01',
  'é😀',
  '{}',
  '[]',
  '{a: 1, b: [x, y]}',
  '{ p: 1 , q: "z" }',
  '[1, {r: s}, ]',
  '!!str 5',
  '!t x',
]
const KEYS = ['a', 'b', 'c', 'name', '"q r"', "'s'", '1', 'x-y', 'on', 'k.l/m', 'é']

/** Random documents in block style with all the styles that people mix. */
export const documents: fc.Arbitrary<string> = fc.gen().map((take) => {
  const writer = new Writer(take)
  return writer.document()
})

type Take = fc.GeneratorValue

class Writer {
  readonly #take: Take
  readonly #indent: number
  #comments = 0
  #lines: string[] = []

  constructor(take: Take) {
    this.#take = take
    this.#indent = this.#pick([2, 2, 2, 4, 3])
  }

  #pick<T>(values: readonly T[]): T {
    return this.#take(fc.constantFrom, ...values)
  }

  #chance(oneIn: number): boolean {
    return this.#take(fc.nat, { max: oneIn - 1 }) === 0
  }

  document(): string {
    if (this.#chance(8)) this.#lines.push('---')
    if (this.#chance(4)) this.#lines.push(this.#comment(), '')
    this.#collection(0, 0, undefined)
    if (this.#chance(8)) this.#lines.push(this.#comment())
    if (this.#chance(10)) this.#lines.push('...')
    const end = this.#pick(['\n', '\n', '\n', '\r\n'])
    const bom = this.#chance(10) ? '\ufeff' : ''
    return bom + this.#lines.join(end) + (this.#chance(5) ? '' : end)
  }

  #comment(): string {
    return `#c${++this.#comments}#`
  }

  /** A map or list at `column`; `lead` is what stands before its first entry on the same line. */
  #collection(column: number, depth: number, lead: string | undefined) {
    const list = this.#chance(3)
    const count = this.#pick([1, 2, 2, 3])
    const keys = [...KEYS]
    for (let i = 0; i < count; i++) {
      const pad = ' '.repeat(column)
      const first = i === 0 && lead !== undefined
      if (!first && this.#chance(5)) this.#lines.push('')
      if (!first && this.#chance(5)) this.#lines.push(pad + this.#comment())
      const start = first ? lead : pad
      if (list) this.#entry(`${start}-`, column, depth, true)
      else {
        const [key = 'z'] = keys.splice(this.#take(fc.nat, { max: keys.length - 1 }), 1)
        const explicit = !first && this.#chance(15)
        this.#entry(
          explicit ? `${start}? ${key}\n${pad}:` : `${start}${key}:`,
          column,
          depth,
          false,
        )
      }
    }
  }

  #entry(head: string, column: number, depth: number, item: boolean) {
    const kind = this.#take(fc.nat, { max: depth > 3 ? 5 : 9 })
    const tail = this.#chance(5) ? ` ${this.#comment()}` : ''
    if (kind > 5) {
      if (item && this.#chance(2) === false)
        return this.#collection(column + 2, depth + 1, `${head} `)
      this.#push(head + tail)
      if (this.#chance(6)) this.#lines.push(' '.repeat(column + this.#indent) + this.#comment(), '')
      return this.#collection(column + this.#indent, depth + 1, undefined)
    }
    if (kind === 0) return this.#push(head + tail)
    if (kind === 1) return this.#block(head, column)
    if (kind === 2 && this.#chance(2)) return this.#multiLine(head, column, tail)
    this.#push(`${head} ${this.#pick(SCALARS)}${tail}`)
  }

  #push(text: string) {
    this.#lines.push(...text.split('\n'))
  }

  #block(head: string, column: number) {
    const pad = ' '.repeat(column + this.#indent)
    const header = this.#pick(['|', '|-', '|+', '>', '>-', `|${this.#indent}`])
    this.#push(`${head} ${header}`)
    const odd = header.length > 1 && /\d/.test(header) ? '  ' : ''
    this.#lines.push(`${pad}${odd}# text`, `${pad}  more`)
    if (this.#chance(2)) this.#lines.push(this.#chance(2) ? '' : pad, `${pad}end: x`)
    if (this.#chance(4)) this.#lines.push('')
  }

  #multiLine(head: string, column: number, tail: string) {
    const pad = ' '.repeat(column + this.#indent)
    const source = this.#pick([
      `one\n${pad}two`,
      `"one\n\n${pad}two\\\n${pad}  three"`,
      `'one\n${pad}  two'`,
      `{\n${pad}a: 1, ${this.#comment()}\n${pad}b: [x,\n${pad}  y]\n${pad}}`,
      `[\n${pad}p,\n${pad}q ${this.#comment()}\n${pad}]`,
    ])
    this.#push(`${head} ${source}${tail}`)
  }
}
