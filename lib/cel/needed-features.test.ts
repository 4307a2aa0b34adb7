import { expect, test } from 'vitest'
import { neededFeatures } from './needed-features'

test.each([
  ['self.size == oldSelf.size && self.list.all(x, x > 1)', []],
  ['quantity(self.memory).isLessThan(quantity("1Gi"))', ['cel-quantity']],
  ['sets.contains(self.a, self.b)', ['cel-sets']],
  ['isIP(self.address) && self.list.all(i, x, x == i)', ['cel-ip', 'cel-two-variables']],
  ['oldSelf.hasValue() || optional.of(1).orValue(2) == 1', ['cel-optional']],
  ['!format.dns1123Label().validate(self.name).hasValue()', ['cel-optional', 'cel-format']],
  ['self.list.distinct().size() == 2', ['cel-lists-3']],
  ['self.list.reverse().size() == 2', ['cel-lists-3']],
  ['"%d".format([self.size]) == strings.quote(self.name)', ['cel-strings-2']],
  // A property of that name is no function.
  ['self.quantity > 1 && self.sets == "x"', []],
  ['self.size ==', []],
])('%s needs %j', (rule, features) => {
  expect([...neededFeatures(rule)]).toEqual(features)
})
