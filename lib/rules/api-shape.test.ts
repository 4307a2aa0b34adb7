import { expect, test } from 'vitest'
import { apiShape } from './api-shape'
import { GOOD, report, reportSchema, spoilt } from './testing'

test('every value of the API is one that Kratix can decode', () => {
  expect(report(apiShape, GOOD)).toEqual([])
  const text = spoilt(['served: true', 'served: "yes"'], ['kind: Redis\n', 'kind: [Redis]\n'])
  expect(report(apiShape, text)).toEqual([
    'error spec.api.spec.names.kind: "kind" cannot be read: it takes a string, not ["Redis"].',
    'error spec.api.spec.versions[0].served: "served" cannot be read: it takes a boolean, not "yes".',
  ])
})

test('schemas are decoded to their depths, and null is nothing', () => {
  const schema = `type: object
properties:
  a: {type: [string, "null"], minLength: null}
  b: {type: integer, exclusiveMinimum: 3, minLength: 1.5}
  c: {type: object, additionalProperties: 5, items: x, dependencies: {a: [1]}}
  d: {type: string, enum: a, maxLength: 99999999999999999999}
`
  expect(reportSchema(apiShape, schema).map((line) => line.split(':')[0])).toEqual([
    'error properties.a.type',
    'error properties.b.exclusiveMinimum',
    'error properties.b.minLength',
    'error properties.c.additionalProperties',
    'error properties.c.dependencies.a[0]',
    'error properties.d.enum',
    'error properties.d.maxLength',
  ])
})
