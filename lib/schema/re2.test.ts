import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchesRe2, readRe2 } from './re2'

// All of these were asked of Go's regexp.Compile; the differential test asks for more.
describe('what RE2 reads', () => {
  test.each([
    '',
    '^a+$',
    '[]a]',
    '[^]a]',
    '[a-]',
    '[[:alpha:]]',
    '[[:^digit:]]',
    '(?P<n>x)',
    '(?<n>x)',
    '(?P<n>x)(?P<n>y)',
    '(?i)abc',
    '(?)a',
    '(?s-i:a.)',
    'a*?',
    '^*',
    'a{1000}',
    'a{,2}',
    'a{01}',
    '{',
    '(a{100}){10}',
    '\\x{41}',
    '\\12',
    '\\Qa+\\E+',
    '\\pL',
    '\\-\\_',
    'é+',
  ])('%s', (pattern) => {
    expect(readRe2(pattern).ok).toBe(true)
  })
})

describe('what RE2 refuses', () => {
  test.each([
    ['(?=x)', 'invalid or unsupported Perl syntax: (?=x'],
    ['(?<!x)', 'invalid named capture: (?<!x)'],
    ['\\1', 'invalid escape sequence: \\1'],
    ['[', 'missing closing ]: ['],
    ['[z-a]', 'invalid character class range: z-a'],
    ['[[:nope:]]', 'invalid character class range: [:nope:]'],
    ['(', 'missing closing ): ('],
    [')', 'unexpected )'],
    ['*', 'missing argument to repetition operator: *'],
    ['a**', 'invalid nested repetition operator: **'],
    ['a{2}{3}', 'invalid nested repetition operator: {2}{3}'],
    ['a{1001}', 'invalid repeat count: {1001}'],
    ['a{2,1}', 'invalid repeat count: {2,1}'],
    ['(a{100}){11}', 'invalid repeat count: {11}'],
    ['\\', 'trailing backslash at end of expression'],
    ['\\Z', 'invalid escape sequence: \\Z'],
  ])('%s', (pattern, reason) => {
    expect(readRe2(pattern)).toEqual({ ok: false, reason })
  })
})

test('what it cannot tell it does not guess', () => {
  expect(readRe2('\\p{Greek}').ok).toBe(undefined)
})

test('a text matches as in the cluster: anywhere, and $ is the end of the text', () => {
  expect(matchesRe2('b', 'abc')).toBe(true)
  expect(matchesRe2('^[a-z]([-a-z0-9]*[a-z0-9])?$', 'my-name')).toBe(true)
  expect(matchesRe2('^[a-z]([-a-z0-9]*[a-z0-9])?$', 'My')).toBe(false)
  expect(matchesRe2('a$', 'a\n')).toBe(false)
  expect(matchesRe2('a.c', 'a\rc')).toBe(true)
  expect(matchesRe2('(?i)A', 'a')).toBe(undefined)
  expect(matchesRe2('(?s)a.c', 'a\nc')).toBe(true)
})

test('no pattern takes for ever, whatever repeats in what', () => {
  const text = `${'a'.repeat(1000)}b`
  expect(matchesRe2('^(a+)+$', text)).toBe(false)
  expect(matchesRe2('^(a|a)*(a|a)*(a|aa)*$', text)).toBe(false)
  expect(matchesRe2('^a*a*a*a*a*a*a*a*$', text)).toBe(false)
  expect(matchesRe2('(a*)*b$', text)).toBe(true)
  expect(matchesRe2('^([a-z]?){1000}$', text)).toBe(undefined)
  expect(matchesRe2('^a+$', 'a'.repeat(5000))).toBe(undefined)
})

test('a letter beyond the basic plane is one letter', () => {
  expect(matchesRe2('^.$', '😀')).toBe(true)
  expect(matchesRe2('($^|a)', '😀')).toBe(false)
})

test('what is found is what the engine of the page finds', () => {
  const letter = fc.constantFrom(
    'a',
    'b',
    '.',
    '[^a]',
    '\\d',
    '\\b',
    '\\pL',
    '^',
    '$',
    '[a-c\\n]',
    '(?m:^)',
    '(?m:$)',
  )
  const sign = fc.constantFrom('', '*', '+', '?', '{2}', '{1,}', '{0,2}', '*?')
  const { pattern } = fc.letrec((tie) => ({
    pattern: fc
      .array(fc.tuple(fc.oneof({ weight: 3, arbitrary: letter }, tie('group')), sign), {
        maxLength: 4,
      })
      .map((parts) => parts.map(([part, more]) => `${part}${more}`).join('')),
    group: fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(${a}|${b})`),
  }))
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', 'c', '1', '\n', 'é'),
    maxLength: 6,
  })
  let judged = 0
  fc.assert(
    fc.property(pattern as fc.Arbitrary<string>, text, (one, other) => {
      const read = readRe2(one)
      if (!read.ok || read.source === undefined) return
      judged++
      expect(matchesRe2(one, other)).toBe(new RegExp(read.source, 'u').test(other))
    }),
    { numRuns: 1000 },
  )
  expect(judged).toBeGreaterThan(500)
})
