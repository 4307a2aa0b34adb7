import { diff3MergeRegions, diffIndices } from 'node-diff3'
import { type Lines, splitLines, withoutFinalEnd } from './lines'

/** A part of a merge: what is settled, or what both sides changed in different ways. */
export type Hunk =
  | { readonly kind: 'same'; readonly text: string }
  | {
      readonly kind: 'conflict'
      readonly mine: string
      /** `undefined` when the common ancestor is not known. */
      readonly base: string | undefined
      readonly now: string
    }

/** What becomes of a user's text when the text that it was made from moves on. */
export interface Merge {
  /** In order; the text of each ends with a line end, also when the last line has none. */
  readonly hunks: readonly Hunk[]
  readonly conflicts: number
  /** The merged text when there is no conflict. */
  readonly text: string | undefined
  /** False when the merged text has no end of line after its last line. */
  readonly final: boolean
}

/** Comparing takes time with the product of the lines; beyond this the middle is one conflict. */
const MOST_COMPARISONS = 50_000_000

/**
 * Merges line by line what the user made of `base` (`mine`) with what has become of it since
 * (`now`). Changes of the same or of adjoining lines are conflicts, unless they are equal. Line
 * ends, byte-order mark and a missing final line end are those of `mine`. Without a base every
 * difference is a conflict: nobody knows which side made it.
 */
export function threeWay(mine: string, base: string | undefined, now: string): Merge {
  if (mine === now || base === now) return clean(mine)
  if (mine === base) return clean(now)
  const [a, b] = [splitLines(mine), splitLines(now)]
  const o = base === undefined ? undefined : splitLines(base)
  const merged = new Merged(a)
  const head = sameStart([a, b, ...(o ? [o] : [])])
  const tail = sameEnd([a, b, ...(o ? [o] : [])], head)
  const middle = ({ lines }: Lines): readonly string[] => lines.slice(head, lines.length - tail)
  merged.keep(0, head)
  if (o) mergeMiddle(merged, head, middle(a), middle(o), middle(b))
  else compareMiddle(merged, head, middle(a), middle(b))
  merged.keep(a.lines.length - tail, a.lines.length)
  return merged.end(o && a.final === o.final ? b.final : a.final)
}

function clean(text: string): Merge {
  const { final, usualEnd } = splitLines(text)
  const hunks: readonly Hunk[] = [{ kind: 'same', text: final ? text : text + usualEnd }]
  return { hunks: text === '' ? [] : hunks, conflicts: 0, text, final }
}

/** The hunks as they are found; `mine` gives the line ends. */
class Merged {
  readonly #mine: Lines
  readonly #hunks: Hunk[] = []
  #same = ''
  #conflicts = 0

  constructor(mine: Lines) {
    this.#mine = mine
    if (mine.byteOrderMark) this.#same = '\ufeff'
  }

  /** Lines of the user's text as they are. */
  keep(from: number, to: number): void {
    this.#same += this.#own(from, to)
  }

  /** Lines of the new text, ended as the user's are. */
  take(lines: readonly string[]): void {
    this.#same += this.#ended(lines)
  }

  conflict(
    from: number,
    to: number,
    base: readonly string[] | undefined,
    now: readonly string[],
  ): void {
    this.#flush()
    this.#conflicts += 1
    this.#hunks.push({
      kind: 'conflict',
      mine: this.#own(from, to),
      base: base && this.#ended(base),
      now: this.#ended(now),
    })
  }

  end(final: boolean): Merge {
    this.#flush()
    const all = this.#hunks.map((hunk) => (hunk.kind === 'same' ? hunk.text : '')).join('')
    const text = final ? all : withoutFinalEnd(all)
    return {
      hunks: this.#hunks,
      conflicts: this.#conflicts,
      text: this.#conflicts === 0 ? text : undefined,
      final,
    }
  }

  #own(from: number, to: number): string {
    const { lines, ends } = this.#mine
    return lines
      .slice(from, to)
      .map((line, i) => line + ends[from + i])
      .join('')
  }

  #ended(lines: readonly string[]): string {
    return lines.map((line) => line + this.#mine.usualEnd).join('')
  }

  #flush(): void {
    if (this.#same !== '') this.#hunks.push({ kind: 'same', text: this.#same })
    this.#same = ''
  }
}

/** Merges what is not alike in all three; `offset` is where `mine` begins in the user's text. */
function mergeMiddle(
  merged: Merged,
  offset: number,
  mine: readonly string[],
  base: readonly string[],
  now: readonly string[],
): void {
  if ((mine.length + now.length) * base.length > MOST_COMPARISONS) {
    merged.conflict(offset, offset + mine.length, base, now)
    return
  }
  const inMine = placesIn(base, mine)
  for (const region of diff3MergeRegions([...mine], [...base], [...now])) {
    if (!region.stable) {
      const from = offset + region.aStart
      const to = from + region.aLength
      if (sameLines(region.aContent, region.bContent)) merged.keep(from, to)
      else merged.conflict(from, to, region.oContent, region.bContent)
    } else if (region.buffer === 'b') merged.take(region.bufferContent)
    else {
      const at = region.buffer === 'a' ? region.bufferStart : (inMine[region.bufferStart] ?? 0)
      merged.keep(offset + at, offset + at + region.bufferLength)
    }
  }
}

function compareMiddle(
  merged: Merged,
  offset: number,
  mine: readonly string[],
  now: readonly string[],
): void {
  if (mine.length * now.length > MOST_COMPARISONS) {
    merged.conflict(offset, offset + mine.length, undefined, now)
    return
  }
  let at = 0
  for (const { buffer1, buffer2Content } of diffIndices([...mine], [...now])) {
    const [from, length] = buffer1
    merged.keep(offset + at, offset + from)
    at = from + length
    merged.conflict(offset + from, offset + at, undefined, buffer2Content)
  }
  merged.keep(offset + at, offset + mine.length)
}

/** For each line of `base` that is also one of `other`, where it stands there. */
function placesIn(base: readonly string[], other: readonly string[]): readonly number[] {
  const places: number[] = []
  let [here, there] = [0, 0]
  const alike = (until: number): void => {
    while (here < until) {
      places[here] = there
      here += 1
      there += 1
    }
  }
  for (const { buffer1, buffer2 } of diffIndices([...base], [...other])) {
    alike(buffer1[0])
    here = buffer1[0] + buffer1[1]
    there = buffer2[0] + buffer2[1]
  }
  alike(base.length)
  return places
}

function sameStart(texts: readonly Lines[]): number {
  const shortest = Math.min(...texts.map(({ lines }) => lines.length))
  let count = 0
  while (count < shortest && allEqual(texts.map(({ lines }) => lines[count]))) count += 1
  return count
}

function sameEnd(texts: readonly Lines[], head: number): number {
  const shortest = Math.min(...texts.map(({ lines }) => lines.length)) - head
  let count = 0
  while (count < shortest && allEqual(texts.map(({ lines }) => lines.at(-1 - count)))) count += 1
  return count
}

function allEqual(lines: readonly (string | undefined)[]): boolean {
  return lines.every((line) => line === lines[0])
}

function sameLines(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, i) => line === b[i])
}
