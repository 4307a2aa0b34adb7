import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findRe2 } from './find-re2'
import { matchesRe2, readRe2 } from './re2'

test('finds a pattern anywhere, and says where', () => {
  expect(findRe2('[a-z]+', '12 abc 3')).toEqual({ ok: true, range: { from: 3, to: 6 } })
  expect(findRe2('^[a-z]+$', '12 abc')).toEqual({ ok: true, range: undefined })
  expect(findRe2('', 'a')).toEqual({ ok: true, range: { from: 0, to: 0 } })
  expect(findRe2('\\p{Greek}+', 'aλμ')).toEqual({ ok: true, range: { from: 1, to: 3 } })
  expect(findRe2('😀', 'a😀b')).toEqual({ ok: true, range: { from: 1, to: 3 } })
})

test('what is no regular expression of the cluster is told', () => {
  expect(findRe2('(?=a)', 'a')).toMatchObject({ ok: false })
  expect(findRe2('a{2000}', 'a')).toMatchObject({ ok: false })
})

test('takes linear time where others take exponential', () => {
  expect(findRe2('^(a+)+$', `${'a'.repeat(5000)}b`)).toEqual({ ok: true, range: undefined })
})

const piece = fc.constantFrom(
  ...['a', 'b', '.', '^', '$', '\\d', '\\w', '\\b', '\\.', '[ab]', '[^a]', '[[:alpha:]]', '[a-c-]'],
  ...[
    '(a|b)',
    '(?:ab)',
    '(?P<n>a)',
    '(?i:A)',
    '\\pL',
    '\\p{Lu}',
    '\\x41',
    '\\Qa.b\\E',
    '(?s).',
    'é',
  ],
)
const repeated = fc
  .tuple(piece, fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}', '*?', '{,2}'))
  .map(([atom, sign]) => atom + sign)
const pattern = fc.array(repeated, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))
const text = fc.string({
  unit: fc.constantFrom('a', 'b', 'A', '1', '.', '-', 'é', '\n'),
  maxLength: 8,
})

test('agrees with what the rules are certain of', () => {
  let certain = 0
  fc.assert(
    fc.property(pattern, text, (one, sample) => {
      const ours = matchesRe2(one, sample)
      const found = findRe2(one, sample)
      if (readRe2(one).ok === false) expect(found.ok).toBe(false)
      if (ours === undefined) return
      certain++
      expect(found.ok && found.range !== undefined).toBe(ours)
    }),
    { numRuns: 2000 },
  )
  expect(certain).toBeGreaterThan(500)
})
