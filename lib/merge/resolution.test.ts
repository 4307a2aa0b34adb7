import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { choose, editByHand, openConflicts, resolvedText, startResolution } from './resolution'
import { threeWay } from './three-way'

const two = threeWay('a\nmine 1\nb\nmine 2\nc\n', 'a\n1\nb\n2\nc\n', 'a\nnew 1\nb\nnew 2\nc\n')
const open = startResolution(two)

test('begins with what the user has, and nothing settled', () => {
  expect(resolvedText(open)).toBe('a\nmine 1\nb\nmine 2\nc\n')
  expect(openConflicts(open)).toBe(2)
})

test('each conflict takes one side or both, in any order and again', () => {
  const one = choose(choose(open, 3, 'both'), 1, 'now')
  expect(resolvedText(one)).toBe('a\nnew 1\nb\nmine 2\nnew 2\nc\n')
  expect(openConflicts(one)).toBe(0)
  expect(resolvedText(choose(one, 3, 'mine'))).toBe('a\nnew 1\nb\nmine 2\nc\n')
})

test('typing in a conflict settles it; the other can still be chosen', () => {
  const typed = editByHand(open, 'a\nmine and more 1\nb\nmine 2\nc\n')
  expect(openConflicts(typed)).toBe(1)
  expect(resolvedText(choose(typed, 3, 'now'))).toBe('a\nmine and more 1\nb\nnew 2\nc\n')
})

test('typing between conflicts settles none', () => {
  const typed = editByHand(open, 'a\nmine 1\nb!\nmine 2\nc\n')
  expect(openConflicts(typed)).toBe(2)
  expect(resolvedText(choose(typed, 1, 'now'))).toBe('a\nnew 1\nb!\nmine 2\nc\n')
})

test('a missing end of the last line stays missing, whatever is chosen or typed', () => {
  const merge = threeWay('a\nmine', 'a\nb\n', 'a\nnew\n')
  const start = startResolution(merge)
  expect(resolvedText(start)).toBe('a\nmine')
  expect(resolvedText(choose(start, 1, 'both'))).toBe('a\nmine\nnew')
  expect(resolvedText(editByHand(start, 'a\nmine!'))).toBe('a\nmine!')
  expect(resolvedText(editByHand(start, 'a\nmine\n'))).toBe('a\nmine\n')
})

test('whatever is typed is the text, and what was chosen elsewhere stays', () => {
  const anyText = fc.array(fc.constantFrom('a', 'b', 'mine', 'new', ''), { maxLength: 8 })
  const text = fc
    .tuple(anyText, fc.boolean())
    .map(([all, final]) => all.join('\n') + (final ? '\n' : ''))
  fc.assert(
    fc.property(text, text, text, fc.array(text, { maxLength: 4 }), (mine, base, now, typed) => {
      let here = startResolution(threeWay(mine, base, now))
      for (const next of typed) {
        here = editByHand(here, next)
        if (here.parts.length > 0) expect(resolvedText(here)).toBe(next)
        const at = here.parts.findIndex(({ choice, hunk }) => hunk.kind === 'conflict' && !choice)
        if (at >= 0) here = choose(here, at, 'both')
      }
    }),
    { numRuns: 500 },
  )
})
