import { expect, test } from 'vitest'
import { removedWords } from './removed-words'

const spec = (names: string) => ({
  properties: Object.fromEntries([...names].map((name) => [name, { type: 'string' }])),
})

test('names what is gone, and counts what are too many', () => {
  expect(removedWords(undefined, [])).toBe('')
  expect(removedWords(spec('ab'), ['a', 'b', 'c'])).toBe('')
  expect(removedWords(spec('abc'), ['b'])).toBe('; removed a, c')
  expect(removedWords(spec('abcdef'), [])).toBe('; removed a, b, c, d and 2 more')
})
