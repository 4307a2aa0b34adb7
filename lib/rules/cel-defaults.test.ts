import { expect, test } from 'vitest'
import { celDefaults } from './cel-defaults'
import { celNotJudged } from './cel-not-judged'
import { GOOD, report, reportSchema } from './testing'

const schema = (value: string, rule: string) => `type: object
properties:
  a: {type: array, default: ${value}, items: {type: string}, x-kubernetes-validations: [{rule: ${JSON.stringify(rule)}, message: too few}]}
`

test('a default meets the rules of its schema', () => {
  expect(report(celDefaults, GOOD)).toEqual([])
  expect(reportSchema(celDefaults, schema('[x, y]', 'self.size() > 1'))).toEqual([])
  expect(reportSchema(celDefaults, schema('[x]', 'self.size() > 1'))).toEqual([
    'error properties.a.default: The default of the property "a" does not meet a rule: Invalid value: too few.',
  ])
  expect(reportSchema(celDefaults, schema('[]', 'self[0] == "x"'))).toEqual([
    expect.stringContaining('index out of bounds: 0 evaluating rule: too few'),
  ])
  // A rule on the earlier value is asked of a default that has not changed, too.
  expect(reportSchema(celDefaults, schema('[x]', 'self != oldSelf'))).toHaveLength(1)
})

test('rules below a default count, too', () => {
  const nested = `type: object
properties:
  a:
    type: object
    default: {b: {c: 1}}
    properties: {b: {type: object, properties: {c: {type: integer, x-kubernetes-validations: [{rule: self > 1}]}}}}
`
  expect(reportSchema(celDefaults, nested)).toEqual([
    'error properties.a.default.b.c: The default of the property "a" does not meet a rule at "b.c": Invalid value: 1: failed rule: self > 1.',
  ])
})

test('what is not known of a rule is not judged of its default', () => {
  const rule = 'self.all(x, "%e".format([1.5]) == x)'
  expect(reportSchema(celDefaults, schema('[x]', rule))).toEqual([])
  expect(
    reportSchema(
      celNotJudged,
      schema('[x]', rule).replace('items: {', 'maxItems: 3, items: {maxLength: 9, '),
    ),
  ).toEqual([expect.stringContaining('info properties.a.default: ')])
})
