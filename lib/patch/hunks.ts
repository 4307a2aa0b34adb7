import type { Run } from './diff-lines'

/** Equal lines shown before and after a change, as in every unified diff. */
const CONTEXT = 3

interface Line {
  readonly sign: ' ' | '-' | '+'
  readonly text: string
}

/** The hunks of a unified diff. A missing final newline is marked as `diff` and git do. */
export function textHunks(runs: readonly Run[]): string {
  let out = ''
  let [oldLine, newLine] = [1, 1]
  let hunk: Line[] = []
  let [oldStart, newStart] = [1, 1]
  const flush = (): void => {
    if (hunk.some(({ sign }) => sign !== ' ')) out += printHunk(hunk, oldStart, newStart)
    hunk = []
  }

  for (const [i, { kind, lines }] of runs.entries()) {
    if (kind !== 'same') {
      // Git wants removed lines first; a run of added ones before them comes after.
      const sign = kind === 'removed' ? '-' : '+'
      for (const text of lines) hunk.push({ sign, text })
      if (kind === 'removed') oldLine += lines.length
      else newLine += lines.length
      continue
    }
    const [first, last] = [i === 0, i === runs.length - 1]
    const before = first ? [] : lines.slice(0, CONTEXT)
    const after = last ? [] : lines.slice(Math.max(0, lines.length - CONTEXT))
    const context = (texts: readonly string[]): void => {
      for (const text of texts) hunk.push({ sign: ' ', text })
    }
    if (!first && !last && lines.length <= 2 * CONTEXT) context(lines)
    else {
      context(before)
      flush()
      oldStart = oldLine + lines.length - after.length
      newStart = newLine + lines.length - after.length
      context(after)
    }
    oldLine += lines.length
    newLine += lines.length
  }
  flush()
  return out
}

function printHunk(lines: readonly Line[], oldStart: number, newStart: number): string {
  const oldCount = lines.filter(({ sign }) => sign !== '+').length
  const newCount = lines.filter(({ sign }) => sign !== '-').length
  let out = `@@ -${rangeOf(oldStart, oldCount)} +${rangeOf(newStart, newCount)} @@\n`
  for (const { sign, text } of removedFirst(lines)) {
    out += sign + text
    if (!text.endsWith('\n')) out += '\n\\ No newline at end of file\n'
  }
  return out
}

/** A side without lines counts from the line before it. */
function rangeOf(start: number, count: number): string {
  if (count === 0) return `${start - 1},0`
  return count === 1 ? `${start}` : `${start},${count}`
}

/** Within each change removed lines before added ones, as people read them. */
function removedFirst(lines: readonly Line[]): readonly Line[] {
  const out: Line[] = []
  let added: Line[] = []
  for (const line of lines) {
    if (line.sign === '+') added.push(line)
    else {
      if (line.sign === ' ') {
        out.push(...added)
        added = []
      }
      out.push(line)
    }
  }
  return [...out, ...added]
}
