import { expect, test } from 'vitest'
import { outcome } from '../libraries/outcome'
import { NotEvaluated } from '../values/value'

test.each([
  ['[3, 1, 2].sortBy(x, -x)', [3, 2, 1]],
  ['["b", "a", "b"].distinct()', ['b', 'a']],
  [
    '[1, 2].sortBy(x, x / 0).size() == 0 || true',
    '! internal error: interface conversion: *types.Err is not traits.Lister: missing method Add',
  ],
  ['1000000.0 == 1e6 ? string(1000000.0) : ""', '1e+06'],
  ['string(123456.5)', '123456.5'],
])('%s comes to the same as on the cluster', (call, result) => {
  expect(outcome(call)).toEqual(result)
})

/** Expressions may nest no deeper. */
const LEVELS = 18

/** A list that holds a list twice, which holds one twice, and so on. */
function nested(levels: number): string {
  const inner = `x${levels} == x${levels}`
  return Array.from({ length: levels }, (_, i) => levels - i).reduce(
    (body, i) => `optional.of(dyn([x${i - 1}, x${i - 1}])).optMap(x${i}, ${body}).value()`,
    inner,
  )
}

test.each([
  ['a list of more items than memory holds', 'lists.range(9223372036854775807).size()'],
  ['shared parts without end', `optional.of(dyn(1)).optMap(x0, ${nested(LEVELS)}).value()`],
  [
    'a text that grows with each step',
    'optional.of(lists.range(2000).map(i, "0123456789").join()).optMap(t, t.replace("", t).size()).value() == 1',
  ],
  ['a very long regular expression', '"a".matches(lists.range(6000).map(i, "x").join())'],
])('%s is given up soon', (_, call) => {
  const start = performance.now()
  expect(() => outcome(call)).toThrow(NotEvaluated)
  expect(performance.now() - start).toBeLessThan(5000)
})

test('an expression that grows without end when its macros are expanded is not read', () => {
  const doubled = (times: number) => `optional.of([1])${'.optMap(l, l + l)'.repeat(times)}.value()`
  expect(outcome(`${doubled(2)}.size()`)).toBe(4)
  expect(() => outcome(doubled(40))).toThrow('its depth or length')
})
