import type { TextEdit } from './text-edit'

/** The one stretch in which two texts differ: `[from, to)` of the first, `[from, toAfter)` of the other. */
export interface Difference {
  readonly from: number
  readonly to: number
  readonly toAfter: number
}

/** Where `before` and `after` differ, in UTF-16 units; empty ranges at the end when they are equal. */
export function textDifference(before: string, after: string): Difference {
  const shorter = Math.min(before.length, after.length)
  const from = common(shorter, (at, length) => same(before, at, after, at, length))
  const tail = common(shorter - from, (at, length) =>
    same(before, before.length - at - length, after, after.length - at - length, length),
  )
  return { from, to: before.length - tail, toAfter: after.length - tail }
}

/** Compared at once; a text of 300 KB differs in one of its many blocks. */
const BLOCK = 4096

/** How many units are alike, of at most `limit`: block by block, then by halves of the last one. */
function common(limit: number, alike: (at: number, length: number) => boolean): number {
  let at = 0
  while (at + BLOCK <= limit && alike(at, BLOCK)) at += BLOCK
  let low = 0
  let high = Math.min(BLOCK, limit - at)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (alike(at, middle)) low = middle
    else high = middle - 1
  }
  return at + low
}

function same(a: string, atA: number, b: string, atB: number, length: number): boolean {
  return a.slice(atA, atA + length) === b.slice(atB, atB + length)
}

/**
 * Edits that were counted in `before`, counted in `after`: the same letters come and go. One within
 * what differs between the two comes behind it and removes nothing there; one around it replaces it.
 */
export function editsOver(
  edits: readonly TextEdit[],
  before: string,
  after: string,
): readonly TextEdit[] {
  if (before === after) return edits
  const { from, to, toAfter } = textDifference(before, after)
  const over = (offset: number): number =>
    offset <= from ? offset : offset >= to ? offset + toAfter - to : toAfter
  const moved = edits.map((edit) => ({ ...edit, from: over(edit.from), to: over(edit.to) }))
  // From left to right, whatever they were in.
  let end = 0
  return moved.map((edit) => {
    const start = Math.max(end, edit.from)
    end = Math.max(start, edit.to)
    return { ...edit, from: start, to: end }
  })
}

/** The one edit that makes `after` of `before`; an empty one when they are equal. */
export function editBetween(before: string, after: string): TextEdit {
  const { from, to, toAfter } = textDifference(before, after)
  return { from, to, insert: after.slice(from, toAfter) }
}
