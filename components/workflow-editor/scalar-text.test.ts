import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readScalar, scalarText } from './scalar-text'

const read = (text: string) => {
  const result = readScalar(text)
  return result.ok ? result.value : result.reason
}

it('reads numbers and booleans by their words and all else as text', () => {
  expect(['3', '-1.5', 'true', 'small', '007', '1e3', ''].map(read)).toEqual([
    3,
    -1.5,
    true,
    'small',
    '007',
    '1e3',
    '',
  ])
})

it('reads what stands in quotes as text', () => {
  expect(['"3"', '"true"', '"a\\nb"', '"a" or "b"'].map(read)).toEqual([
    '3',
    'true',
    'a\nb',
    '"a" or "b"',
  ])
})

it('refuses an integer that programs cannot hold exactly', () => {
  expect(read('9007199254740993')).toContain('too large')
})

it('writes every value so that it reads back', () => {
  const scalar = fc.oneof(
    fc.string(),
    fc.constantFrom('3', 'true', '"x"', '-0.5', ' 3 '),
    fc.maxSafeInteger(),
    fc.boolean(),
  )
  fc.assert(
    fc.property(scalar, (value) => {
      expect(read(scalarText(value))).toEqual(value)
    }),
  )
})
