import { diffIndices } from 'node-diff3'
import { splitLines } from './lines'

export interface Range {
  readonly from: number
  readonly to: number
}

/** Above this product of lines the part of the text that differs counts as rewritten. */
const MOST_COMPARISONS = 4_000_000

/**
 * Where a range of `before` (UTF-16, within one line) stands in `after`; `undefined` when its line
 * was changed or removed.
 */
export function carryRange(before: string, after: string, range: Range): Range | undefined {
  const [old, now] = [layout(before), layout(after)]
  const line = old.starts.findLastIndex((start) => start <= range.from)
  const at = lineIn(old.lines, now.lines, line)
  const [oldStart, newStart] = [old.starts[line], at === undefined ? undefined : now.starts[at]]
  if (oldStart === undefined || newStart === undefined) return undefined
  const by = newStart - oldStart
  return { from: range.from + by, to: range.to + by }
}

function layout(text: string): { lines: readonly string[]; starts: readonly number[] } {
  const { lines, ends, byteOrderMark } = splitLines(text)
  let at = byteOrderMark ? 1 : 0
  const starts = lines.map((line, i) => {
    const start = at
    at += line.length + (ends[i]?.length ?? 0)
    return start
  })
  return { lines, starts }
}

/** The line of `now` that line `at` of `old` has become without changing. */
function lineIn(old: readonly string[], now: readonly string[], at: number): number | undefined {
  const shorter = Math.min(old.length, now.length)
  let head = 0
  while (head < shorter && old[head] === now[head]) head += 1
  if (at < head) return at
  let tail = 0
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1
  if (at >= old.length - tail) return at + now.length - old.length
  const [a, b] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)]
  if (a.length * b.length > MOST_COMPARISONS) return undefined
  let by = 0
  for (const { buffer1, buffer2 } of diffIndices(a, b)) {
    if (at - head < buffer1[0]) break
    if (at - head < buffer1[0] + buffer1[1]) return undefined
    by = buffer2[0] + buffer2[1] - buffer1[0] - buffer1[1]
  }
  return at + by
}
