import { expect, test } from 'vitest'
import { schemaBounds } from './schema-bounds'
import { GOOD, report, reportSchema } from './testing'

test('bounds leave room, and belong to the type', () => {
  expect(report(schemaBounds, GOOD)).toEqual([])
  const schema = `type: object
properties:
  a: {type: integer, minimum: 2, maximum: 1}
  b: {type: integer, minimum: 1, maximum: 1, exclusiveMaximum: true}
  c: {type: integer, minimum: 1, maximum: 1, multipleOf: 0}
  d: {type: integer, pattern: a}
  e: {type: string, minLength: 1, maxLength: 2, pattern: a}
  f: {x-kubernetes-int-or-string: true, pattern: a}
`
  expect(reportSchema(schemaBounds, schema)).toEqual([
    'warning properties.a.maximum: The property "a" has the minimum 2 and the maximum 1, so no value fits.',
    'warning properties.b.maximum: The property "b" has the minimum 1 and the maximum 1, so no value fits.',
    'warning properties.c.multipleOf: The property "c" has the multipleOf 0, which must be positive, so no value fits.',
    'warning properties.d.pattern: "pattern" says nothing of the type integer: it is for string.',
  ])
})
