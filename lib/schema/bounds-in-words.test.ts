import { expect, test } from 'vitest'
import { boundsInWords } from './bounds-in-words'

test.each([
  ['both ends', { minimum: 1, maximum: 5 }, ['1 to 5']],
  ['an end that is left out', { minimum: 0, exclusiveMinimum: true }, ['more than 0']],
  ['more than doubles hold', { maximum: 9007199254740993n }, ['at most 9007199254740993']],
  ['a text', { minLength: 1, maxLength: 63 }, ['1 to 63 characters']],
  ['a list', { minItems: 2, maxProperties: 'many' }, ['at least 2 items']],
  ['nothing', {}, []],
])('the bounds of %s are told', (_, schema, words) => {
  expect(boundsInWords(schema)).toEqual(words)
})
