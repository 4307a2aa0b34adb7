import { expect, test } from 'vitest'
import { usesOldSelf } from './old-self'

test.each([
  'self == oldSelf',
  'self >= .oldSelf',
  'oldSelf.orValue(0) <= self',
  'self.all(x, x in oldSelf)',
  'oldSelf.all(oldSelf, oldSelf in self)',
  'self.all(oldSelf, .oldSelf == self)',
  '{"a": has(oldSelf.a)}["a"]',
])('%s looks at the value before', (rule) => {
  expect(usesOldSelf(rule)).toBe(true)
})

test.each([
  "self != 'oldSelf'",
  'self.oldSelf == 1',
  'self.all(oldSelf, oldSelf > 1)',
  'self.optMap(oldSelf, oldSelf > 1).orValue(true)',
  'self == 1 // not oldSelf',
  'self == oldSelf &&',
  '',
])('%j does not, as far as one can know', (rule) => {
  expect(usesOldSelf(rule)).toBe(false)
})
