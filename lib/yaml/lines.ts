/** A place in an editor: lines and columns count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Between offsets of a file and the lines and columns of an editor that shows it. */
export interface LineIndex {
  readonly lineCount: number
  /** Inside a line end: the end of its line. Outside the text: the nearest place in it. */
  positionAt(offset: number): Position
  /** The reverse; a place that the text does not have becomes the nearest one. */
  offsetAt(position: Position): number
}

const memo = { text: '', index: undefined as LineIndex | undefined }

/**
 * The lines of `text`. They end at `\r\n`, `\n` or `\r`, as editors have it; a byte-order mark at
 * the start has no width, since editors drop it.
 */
export function lineIndex(text: string): LineIndex {
  if (memo.index && memo.text === text) return memo.index
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0]
  const breaks = /\r\n|\r|\n/g
  const ends: number[] = []
  for (let found = breaks.exec(text); found; found = breaks.exec(text)) {
    ends.push(found.index)
    starts.push(breaks.lastIndex)
  }
  ends.push(text.length)
  memo.text = text
  memo.index = new Lines(starts, ends)
  return memo.index
}

class Lines implements LineIndex {
  readonly #starts: readonly number[]
  readonly #ends: readonly number[]

  constructor(starts: readonly number[], ends: readonly number[]) {
    this.#starts = starts
    this.#ends = ends
  }

  get lineCount(): number {
    return this.#starts.length
  }

  positionAt(offset: number): Position {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    const start = this.#starts[low] ?? 0
    const end = this.#ends[low] ?? start
    return { line: low + 1, column: Math.max(0, Math.min(offset, end) - start) + 1 }
  }

  offsetAt({ line, column }: Position): number {
    const row = Math.max(0, Math.min(line - 1, this.#starts.length - 1))
    const start = this.#starts[row] ?? 0
    const end = this.#ends[row] ?? start
    if (line < 1) return start
    if (line > this.#starts.length) return end
    return Math.max(start, Math.min(start + column - 1, end))
  }
}
