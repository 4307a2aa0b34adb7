import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonText } from './json-text'
import { show } from './misfit'
import { formatDefault } from './parse-default'
import { valueText } from './value-text'

test('integers of any size have all their digits', () => {
  const value = { a: [9007199254740993n, null], b: { c: -(2n ** 63n) } }
  const text = '{"a":[9007199254740993,null],"b":{"c":-9223372036854775808}}'
  expect(jsonText(value)).toBe(text)
  expect(formatDefault(value)).toBe(text)
  expect(valueText(value, { type: 'object' })).toBe(text)
  expect(show(value)).toBe(text)
})

test('everything else is what JSON.stringify makes of it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(jsonText(value)).toBe(JSON.stringify(value))
    }),
  )
  expect(jsonText([undefined])).toBe('[null]')
  expect(jsonText({ a: undefined, b: 1 })).toBe('{"b":1}')
  expect(jsonText(undefined)).toBe('')
})
