import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonText } from './json-text'
import { parseJson } from './parse-json'

test('integers of any size keep their digits, wherever they stand', () => {
  expect(parseJson('9007199254740993')).toBe(9007199254740993n)
  expect(parseJson('[1, -9007199254740993, {"a": 12345678901234567890}]')).toEqual([
    1,
    -9007199254740993n,
    { a: 12345678901234567890n },
  ])
  expect(parseJson('[9007199254740991, 1e20, 1.2345678901234567890]')).toEqual([
    9007199254740991, 1e20, 1.2345678901234567,
  ])
})

test('digits in strings and in keys are no integers, also escaped ones', () => {
  const text = '{"12345678901234567890": "integer 12345678901234567890", "\\u0069nteger 1": "\\"9"}'
  expect(parseJson(text)).toEqual(JSON.parse(text))
  const escaped = '["\\u0069nteger 12345678901234567890", 12345678901234567890]'
  expect(parseJson(escaped)).toEqual(['integer 12345678901234567890', 12345678901234567890n])
})

test('what is no JSON is nothing', () => {
  for (const text of ['', 'a', '[1,]', '12345678901234567890n', '01234567890123456789']) {
    expect(parseJson(text)).toBeUndefined()
  }
})

test('any JSON reads as what JSON.parse reads, and prints with its digits', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      fc.pre(!/\d{16}/.test(text))
      const large = '12345678901234567890'
      expect(parseJson(`[${large}, ${text}]`)).toEqual([BigInt(large), JSON.parse(text)])
    }),
    { numRuns: 200 },
  )
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 2n ** 53n, max: 2n ** 70n })), (list) => {
      expect(parseJson(jsonText(list))).toEqual(list)
    }),
    { numRuns: 100 },
  )
})
