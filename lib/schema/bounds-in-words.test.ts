import { expect, test } from 'vitest'
import { boundsInWords } from './bounds-in-words'

test.each([
  [{ minimum: 1, maximum: 5 }, ['1 to 5']],
  [{ minimum: 0, exclusiveMinimum: true, maximum: 5 }, ['more than 0', 'at most 5']],
  [{ maximum: 9007199254740993n }, ['at most 9007199254740993']],
  [{ minLength: 1, maxLength: 63 }, ['1 to 63 characters']],
  [{ minItems: 2, maxProperties: 'many' }, ['at least 2 items']],
  [{}, []],
])('the bounds of %j are told', (schema, words) => {
  expect(boundsInWords(schema)).toEqual(words)
})
