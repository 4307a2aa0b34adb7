import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffLines, linesOf, type Run } from './diff-lines'

const side = (runs: readonly Run[], kind: 'removed' | 'added') =>
  runs.filter((run) => run.kind === 'same' || run.kind === kind).flatMap((run) => run.lines)

function expectBothSides(before: readonly string[], after: readonly string[]): readonly Run[] {
  const runs = diffLines(before, after)
  expect(side(runs, 'removed')).toEqual(before)
  expect(side(runs, 'added')).toEqual(after)
  for (const [i, run] of runs.entries()) {
    expect(run.lines.length).toBeGreaterThan(0)
    expect(run.kind).not.toBe(runs[i - 1]?.kind)
  }
  return runs
}

test('lines keep their ends and make the text again', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', 'é')), (parts) => {
      const text = parts.join('')
      const lines = linesOf(text)
      expect(lines.join('')).toBe(text)
      for (const line of lines.slice(0, -1)) expect(line.endsWith('\n')).toBe(true)
      for (const line of lines) expect(line.slice(0, -1)).not.toContain('\n')
    }),
  )
})

test('both texts can be read from the difference', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 })
  fc.assert(fc.property(lines, lines, (before, after) => void expectBothSides(before, after)))
})

test('what differs in thousands of lines is found by lines that stand once', () => {
  const before = Array.from({ length: 12_000 }, (_, i) => (i % 3 === 0 ? 'common' : `line ${i}`))
  const after = before.map((line, i) => (i % 4 === 1 ? `${line} changed` : line))
  const runs = expectBothSides(before, after)
  const changed = after.filter((line, i) => line !== before[i]).length
  const added = runs.filter((run) => run.kind === 'added').flatMap((run) => run.lines).length
  expect(changed).toBeGreaterThan(1_000)
  expect(added).toBe(changed)
})

test('texts of many lines without one in common are replaced without a long search', () => {
  const before = Array.from({ length: 20_000 }, (_, i) => `a ${i}`)
  const after = Array.from({ length: 20_000 }, (_, i) => `b ${i}`)
  expect(expectBothSides(before, after).map((run) => run.kind)).toEqual(['removed', 'added'])
})

test('repeated lines alone do not make it slow or wrong', () => {
  const before = Array.from({ length: 8_000 }, (_, i) => `${i % 7}`)
  const after = Array.from({ length: 8_000 }, (_, i) => `${(i * 3) % 5}`)
  expectBothSides(before, after)
})
