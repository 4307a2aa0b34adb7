import { diffArrays } from 'diff'

/** A stretch of lines: the same on both sides, or only before, or only after. */
export interface Run {
  readonly kind: 'same' | 'removed' | 'added'
  /** Each with its `\n`; the last line of a text may have none. */
  readonly lines: readonly string[]
}

/**
 * Differing lines up to which the shortest difference is sought: the time grows with the square.
 * Beyond, lines that stand once in both texts are the anchors, and what lies between two of them is
 * compared on its own.
 */
const SHORTEST = 1_000
/** The same, between two anchors; beyond, all lines there are replaced. */
const BETWEEN = 300

/** The lines of `text`, each with its line end. `\r` alone ends no line, as in git. */
export function linesOf(text: string): readonly string[] {
  if (text === '') return []
  const lines = text.split('\n')
  const last = lines.pop() ?? ''
  const whole = lines.map((line) => `${line}\n`)
  return last === '' ? whole : [...whole, last]
}

/** How to get from `before` to `after`; runs of one kind never follow each other. */
export function diffLines(before: readonly string[], after: readonly string[]): readonly Run[] {
  const runs = new Runs()
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++

  runs.add('same', before.slice(0, head))
  const [old, now] = [
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
  ]
  if (!addShortest(runs, old, now, SHORTEST)) addByAnchors(runs, old, now)
  runs.add('same', before.slice(before.length - tail))
  return runs.list
}

class Runs {
  readonly list: { kind: Run['kind']; lines: string[] }[] = []

  add(kind: Run['kind'], lines: readonly string[]): void {
    const last = this.list.at(-1)
    if (last?.kind === kind) for (const line of lines) last.lines.push(line)
    else if (lines.length > 0) this.list.push({ kind, lines: [...lines] })
  }
}

/** Adds the shortest difference; false, and nothing added, when it is longer than `limit`. */
function addShortest(
  runs: Runs,
  before: readonly string[],
  after: readonly string[],
  limit: number,
): boolean {
  if (before.length === 0 || after.length === 0) {
    runs.add('removed', before)
    runs.add('added', after)
    return true
  }
  const parts = diffArrays([...before], [...after], { maxEditLength: limit })
  for (const { added, removed, value } of parts ?? []) {
    runs.add(added ? 'added' : removed ? 'removed' : 'same', value)
  }
  return parts !== undefined
}

function addByAnchors(runs: Runs, before: readonly string[], after: readonly string[]): void {
  let [from, to] = [0, 0]
  const gap = (old: readonly string[], now: readonly string[]): void => {
    if (addShortest(runs, old, now, BETWEEN)) return
    runs.add('removed', old)
    runs.add('added', now)
  }
  for (const [oldAt, newAt] of anchors(before, after)) {
    gap(before.slice(from, oldAt), after.slice(to, newAt))
    runs.add('same', before.slice(oldAt, oldAt + 1))
    ;[from, to] = [oldAt + 1, newAt + 1]
  }
  gap(before.slice(from), after.slice(to))
}

/** Lines that stand exactly once in both: the longest list of pairs that rises on both sides. */
function anchors(before: readonly string[], after: readonly string[]): readonly [number, number][] {
  const [old, now] = [onceIn(before), onceIn(after)]
  const pairs: [number, number][] = []
  for (const [line, oldAt] of old) {
    const newAt = now.get(line)
    if (newAt !== undefined) pairs.push([oldAt, newAt])
  }
  // Patience sorting: the last pair of each length, and the pair before each pair.
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  for (const [i, [, newAt]] of pairs.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < newAt) low = middle + 1
      else high = middle
    }
    previous[i] = ends[low - 1]
    ends[low] = i
  }
  const chain: [number, number][] = []
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) {
    const pair = pairs[at]
    if (pair) chain.push(pair)
  }
  return chain.reverse()
}

/** Line -> where it stands, for lines that stand once; in the order of the text. */
function onceIn(lines: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const twice = new Set<string>()
  for (const [i, line] of lines.entries()) {
    if (places.has(line)) twice.add(line)
    else places.set(line, i)
  }
  for (const line of twice) places.delete(line)
  return places
}
