import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyTextEdits } from './command'
import { editsOver, textDifference } from './text-difference'

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

test('edits of an older text do the same to a newer one, before and behind what differs', () => {
  const [before, after] = ['name: redis\nsize: 1\n', 'name: redis-operator\nsize: 1\n']
  const typed = { from: before.indexOf('1'), to: before.indexOf('1') + 1, insert: '20' }
  const ahead = { from: 0, to: 0, insert: '# ' }
  expect(applyTextEdits(after, editsOver([ahead, typed], before, after))).toBe(
    '# name: redis-operator\nsize: 20\n',
  )
  expect(editsOver([typed], before, before)).toEqual([typed])
})

test('an edit in what differs comes behind it and takes none of it away', () => {
  const edit = { from: 7, to: 9, insert: 'X' }
  const moved = editsOver([edit], 'name: redis\n', 'name: postgres\n')
  expect(applyTextEdits('name: postgres\n', moved)).toBe('name: postgreXs\n')
  const whole = editsOver([{ from: 6, to: 11, insert: 'mysql' }], 'name: redis\n', 'name: sql\n')
  expect(applyTextEdits('name: sql\n', whole)).toBe('name: mysql\n')
})

test('whatever changed meanwhile, older edits stay in order, inside the text, and lose no letter', () => {
  const text = fc.stringMatching(/^[ab\n]{0,12}$/)
  fc.assert(
    fc.property(text, text, fc.array(fc.nat(12), { maxLength: 6 }), (before, after, at) => {
      const places = at.map((one) => Math.min(one, before.length)).sort((a, b) => a - b)
      const edits = places.flatMap((from, i) =>
        i % 2 === 0 ? [{ from, to: places[i + 1] ?? from, insert: `<${i}>` }] : [],
      )
      const made = applyTextEdits(after, editsOver(edits, before, after))
      const found = edits.map(({ insert }) => made.indexOf(insert))
      expect(found).toEqual([...found].sort((a, b) => a - b))
      expect(found).not.toContain(-1)
    }),
  )
})
