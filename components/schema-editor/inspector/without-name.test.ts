import { expect, test } from 'vitest'
import { withoutName } from './without-name'

const path = ['spec', 'properties', 'alpha']

test.each([
  ['The property "alpha" has no type.', 'It has no type.'],
  [
    'The value 1 in the enum of the property "alpha" is no string.',
    'The value 1 in the enum is no string.',
  ],
  ['The property "beta" has no type.', 'The property "beta" has no type.'],
  ['The key "alpha" must be a scalar type.', 'The key "alpha" must be a scalar type.'],
])('%s', (message, short) => {
  expect(withoutName(message, path)).toBe(short)
})

test('items and values are told without the property that holds them', () => {
  const message = 'The value 1 in the enum of each item of "alpha" is no string.'
  const short = 'The value 1 in the enum of each item is no string.'
  expect(withoutName(message, [...path, 'items'])).toBe(short)
  expect(withoutName('Each value of "alpha" has no type.', [...path, 'additionalProperties'])).toBe(
    'Each value has no type.',
  )
})

test('what is below no property keeps its message', () => {
  expect(withoutName('The schema has no type.', ['schema'])).toBe('The schema has no type.')
})
