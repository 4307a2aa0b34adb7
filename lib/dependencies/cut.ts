import type { Range } from '@/lib/yaml/document'

/** A document of a stream, cut at its column-0 lines. */
export interface Cut {
  /** Where the document begins: after its `---` line, or at it when the line holds more. */
  readonly range: Range
  /** Top-level entries by key, from the key to the next entry. */
  readonly entries: ReadonlyMap<string, Range>
  /** False when only a parser can tell what is at the top level. */
  readonly plain: boolean
}

const KEY = /([A-Za-z_][\w./-]*):(?=[ \t\r\n]|$)([ \t]*(?:#.*|\r)?$)?/my
const NEWLINE = 0x0a
const TAB = 0x09

/**
 * Cuts a YAML stream into documents and their top-level entries by looking at the first character
 * of each line: whatever a document holds, `---` at column 0 ends it, and the values of a block map
 * at column 0 are indented. `undefined` when the stream has marks that only a parser understands
 * (directives, `...`, lone carriage returns).
 */
export function cutDocuments(text: string): readonly Cut[] | undefined {
  const cuts: Cut[] = []
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  let open = new OpenCut(0)
  for (let at = start; at < text.length; ) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    switch (text[at]) {
      case ' ':
        open.indented(text, at, end)
        break
      case '\n':
      case '#':
        break
      case '\r':
        if (end !== at + 1) return undefined
        break
      case '%':
        return undefined
      case '.':
        if (isMarker(text, at, '...')) return undefined
        open.line(text, at)
        break
      case '-':
        if (isMarker(text, at, '---')) {
          cuts.push(open.close(at))
          const bare = /^---[ \t]*(#.*)?\r?$/.test(text.slice(at, end))
          open = new OpenCut(bare ? Math.min(end + 1, text.length) : at, bare)
        } else open.dash(text, at)
        break
      default:
        open.line(text, at)
    }
    at = end + 1
  }
  cuts.push(open.close(text.length))
  return text.includes('\r') && /\r(?!\n)/.test(text) ? undefined : cuts
}

/** A marker stands alone on its line or before a blank. */
function isMarker(text: string, at: number, marker: string): boolean {
  if (!text.startsWith(marker, at)) return false
  const next = text.charCodeAt(at + 3)
  return Number.isNaN(next) || next === 0x20 || next === TAB || next === NEWLINE || next === 0x0d
}

/** The document that is being cut. */
class OpenCut {
  readonly #from: number
  readonly #entries = new Map<string, Range>()
  #plain: boolean
  #key: string | undefined
  #keyFrom = 0
  /** The key's line holds nothing more: a list at column 0 may be its value. */
  #bareKey = false

  constructor(from: number, plain = true) {
    this.#from = from
    this.#plain = plain
  }

  /** A line with something else than a blank, a comment or a dash at column 0. */
  line(text: string, at: number): void {
    if (!this.#plain) return
    KEY.lastIndex = at
    const match = KEY.exec(text)
    const key = match?.[1]
    if (match === null || key === undefined || this.#entries.has(key) || this.#key === key) {
      this.#plain = false
      return
    }
    this.#end(at)
    this.#key = key
    this.#keyFrom = at
    this.#bareKey = match[2] !== undefined
  }

  /** An indented line belongs to the entry above it; above the first entry it is the root. */
  indented(text: string, from: number, to: number): void {
    if (this.#key !== undefined || !this.#plain) return
    this.#plain = /^\s*(#.*)?$/.test(text.slice(from, to))
  }

  dash(text: string, at: number): void {
    const next = text[at + 1]
    const isItem = next === undefined || ' \t\r\n'.includes(next)
    if (!isItem || !this.#bareKey) this.#plain = false
  }

  close(to: number): Cut {
    this.#end(to)
    return { range: { from: this.#from, to }, entries: this.#entries, plain: this.#plain }
  }

  #end(to: number): void {
    if (this.#key !== undefined) this.#entries.set(this.#key, { from: this.#keyFrom, to })
  }
}
