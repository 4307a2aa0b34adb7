/** Text of a file that was copied into the joined Promise, line by line, further to the right. */
export interface Copied {
  readonly file: string
  /** The whole text of the file. */
  readonly source: string
  /** What of it was copied. */
  readonly from: number
  readonly to: number
  /** Columns by which every line that is not empty was moved to the right. */
  readonly indent: number
}

/** {@link Copied} with its place in the joined text. Maps offsets both ways. */
export class Piece {
  readonly copied: Copied
  /** Where the piece begins and ends in the joined text, an added last line break included. */
  readonly from: number
  readonly to: number
  /** Starts of the lines in the source, and in the joined text; what each was moved by. */
  #lines: {
    readonly source: number[]
    readonly joined: number[]
    readonly moved: number[]
  } | null = null

  constructor(copied: Copied, from: number, to: number) {
    this.copied = copied
    this.from = from
    this.to = to
  }

  /** The offset in the source of an offset in the joined text; the nearest one from outside. */
  toSource(joined: number): number {
    const lines = this.#index()
    const i = lastAtMost(lines.joined, joined)
    const start = lines.source[i] ?? this.copied.from
    const into = joined - (lines.joined[i] ?? this.from) - (lines.moved[i] ?? 0)
    const end = lines.source[i + 1] ?? this.copied.to
    return Math.min(start + Math.max(0, into), end)
  }

  /** The offset in the joined text of an offset in the source; the nearest one from outside. */
  toJoined(source: number): number {
    const lines = this.#index()
    const at = Math.max(this.copied.from, Math.min(source, this.copied.to))
    const i = lastAtMost(lines.source, at)
    const into = at - (lines.source[i] ?? 0)
    return (lines.joined[i] ?? this.from) + (lines.moved[i] ?? 0) + into
  }

  #index() {
    if (this.#lines) return this.#lines
    const { source: text, from, to, indent } = this.copied
    const [source, joined, moved]: [number[], number[], number[]] = [[], [], []]
    let there = this.from
    for (let at = from; at < to || source.length === 0; ) {
      const end = endOfLine(text, at, to)
      const by = isEmptyLine(text, at, end) ? 0 : indent
      source.push(at)
      joined.push(there)
      moved.push(by)
      there += by + (end - at)
      at = end
    }
    if (to > from && text[to - 1] === '\n') {
      source.push(to)
      joined.push(there)
      moved.push(0)
    }
    this.#lines = { source, joined, moved }
    return this.#lines
  }
}

/** The lines of `[from, to)` of `text`, each that is not empty moved to the right by `indent`. */
export function indented(text: string, from: number, to: number, indent: number): string {
  if (indent === 0) return text.slice(from, to)
  const margin = ' '.repeat(indent)
  const lines: string[] = []
  for (let at = from; at < to; ) {
    const end = endOfLine(text, at, to)
    lines.push(isEmptyLine(text, at, end) ? text.slice(at, end) : margin + text.slice(at, end))
    at = end
  }
  return lines.join('')
}

/**
 * The reverse: `text`, which begins at the start of a line, moved to the left; `undefined` when a
 * line that is not blank does not have so many spaces.
 */
export function dedented(text: string, indent: number): string | undefined {
  if (indent === 0) return text
  const margin = ' '.repeat(indent)
  const lines: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = endOfLine(text, at, text.length)
    const line = text.slice(at, end)
    if (line.startsWith(margin)) lines.push(line.slice(indent))
    else if (line.trim() === '') lines.push(/\r?\n?$/.exec(line)?.[0] ?? '')
    else return undefined
    at = end
  }
  return lines.join('')
}

function endOfLine(text: string, at: number, limit: number): number {
  const found = text.indexOf('\n', at)
  return found < 0 || found >= limit ? limit : found + 1
}

function isEmptyLine(text: string, from: number, to: number): boolean {
  const length = to - from
  return (
    length === 0 ||
    (length === 1 && text[from] === '\n') ||
    (length === 2 && text[from] === '\r' && text[from + 1] === '\n')
  )
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle
    else high = middle
  }
  return low
}
