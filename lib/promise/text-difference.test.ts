import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textDifference } from './text-difference'

test('the stretch that differs is found at the start, in the middle and at the end', () => {
  expect(textDifference('abc', 'xabc')).toEqual({ from: 0, to: 0, toAfter: 1 })
  expect(textDifference('abc', 'abxc')).toEqual({ from: 2, to: 2, toAfter: 3 })
  expect(textDifference('abc', 'ab')).toEqual({ from: 2, to: 3, toAfter: 2 })
  expect(textDifference('aaa', 'aa')).toEqual({ from: 2, to: 3, toAfter: 2 })
  expect(textDifference('abc', 'abc')).toEqual({ from: 3, to: 3, toAfter: 3 })
})

test('whatever two texts are, putting the stretch in gives the second, and no shorter one would', () => {
  const filler = fc.nat(9000).map((length) => 'a line of text\n'.repeat(length / 14))
  const text = fc.tuple(filler, fc.string({ maxLength: 5 }), filler).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { from, to, toAfter } = textDifference(before, after)
      expect(before.slice(0, from) + after.slice(from, toAfter) + before.slice(to)).toBe(after)
      if (from < Math.min(to, toAfter)) {
        expect(before[from]).not.toBe(after[from])
        expect(before[to - 1]).not.toBe(after[toAfter - 1])
      }
    }),
  )
})
