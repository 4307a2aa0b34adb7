import { expect, test } from 'vitest'
import { lineAt, lineStarts } from './problem-lines'

test('an offset lies in the line that holds it', () => {
  const text = 'a\nbc\n\nd'
  const starts = lineStarts(text)
  expect([...text].map((_, offset) => lineAt(starts, offset))).toEqual([1, 1, 2, 2, 2, 3, 4])
  expect(lineAt(starts, text.length)).toBe(4)
})
