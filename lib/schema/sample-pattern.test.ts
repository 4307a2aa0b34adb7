import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matches, samplePattern } from './sample-pattern'

const patterns = [
  '^(small|large)$',
  '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
  '^\\d{1,3}\\.\\d{1,3}$',
  '^v\\d+$',
  '^[^a-z]+$',
  '^(?:a|b){2,}c?$',
  '^[A-Z]{3}-[0-9]{4}$',
  '^\\w+@\\w+\\.[a-z]{2,}$',
  '^arn:aws:s3:::[\\w.-]+$',
  'ab+',
  '^\\[.*\\]$',
  '^(https?|ftp)://.+$',
  '^$',
]

test.each(patterns)('finds a text for %s', (pattern) => {
  expect(samplePattern(pattern)).toMatch(new RegExp(pattern))
})

test('reaches a least length where the pattern allows it', () => {
  expect(samplePattern('^[a-z]+$', 12)).toMatch(/^[a-z]{12,}$/)
  expect(samplePattern('^[a-z]$', 12)).toBeUndefined()
})

test('what RE2 does not know gives nothing', () => {
  for (const pattern of ['(?=a)b', '(a)\\1', '[', '(', 'a)', '*a', 'a{2000}']) {
    expect(samplePattern(pattern)).toBeUndefined()
  }
})

test('a pattern is tried in linear time', () => {
  const pattern = '^((\\w+)*)*!$'
  expect(matches(pattern, 'a'.repeat(900))).toBe(false)
  expect(matches(pattern, `${'a'.repeat(900)}!`)).toBe(true)
  expect(samplePattern(pattern)).toBe('!')
  expect(samplePattern(pattern, 9)).toBe(`${'a'.repeat(729)}!`)
})

test('a pattern means what it means in the cluster', () => {
  expect(samplePattern('^(?:a)[[:digit:]]$')).toBeUndefined() // beyond the reader
  expect(matches('^[[:digit:]]$', '7')).toBe(true)
  expect(matches('a$', 'a\n')).toBe(false)
  expect(matches('\\p{Greek}', 'λ')).toBe(true)
  expect(samplePattern('('.repeat(5000) + ')'.repeat(5000))).toBeUndefined()
})

test('no pattern takes long, and a text that is found matches', () => {
  const hostile = [
    '^(a+)+$',
    '^(a|a)*b$',
    '((a{9}){9}){9}',
    '(((((a*)*)*)*)*)*b',
    '(((a{99}){99}){99}){99}',
  ]
  const some = fc.string({ unit: fc.constantFrom(...'ab^$.*+?()[]{}|\\d1,-'), maxLength: 30 })
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...hostile), some), fc.nat(30), (pattern, min) => {
      const text = samplePattern(pattern, min)
      if (text !== undefined) expect(text.length).toBeLessThanOrEqual(1_000)
    }),
    { numRuns: 500 },
  )
})
