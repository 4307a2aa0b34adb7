import { expect, test } from 'vitest'
import { appliedSize } from './size'

test('counts the JSON as Go writes it', () => {
  expect(appliedSize({ a: 'b' })).toBe('{"a":"b"}\n'.length)
  expect(appliedSize({ a: '<é' })).toBe('{"a":"\\u003c"}\n'.length + 2)
  expect(appliedSize({ a: '\u2028' })).toBe('{"a":"\\u2028"}\n'.length)
  expect(appliedSize({ a: 12345678901234567890n })).toBeGreaterThan(20)
  expect(appliedSize(undefined)).toBe(0)
})
