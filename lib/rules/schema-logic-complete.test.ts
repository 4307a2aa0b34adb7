import { expect, test } from 'vitest'
import { schemaLogicComplete } from './schema-logic-complete'
import { GOOD, report, reportSchema } from './testing'

test('what a condition speaks of is described', () => {
  expect(report(schemaLogicComplete, GOOD)).toEqual([])
  const good = `type: object
properties:
  a: {type: array, items: {type: object, properties: {b: {type: string}}}, not: {items: {properties: {b: {minLength: 1}}}}}
`
  expect(reportSchema(schemaLogicComplete, good)).toEqual([])
  const bad = `type: object
allOf: [{anyOf: [{properties: {ghost: {}}}]}]
properties:
  a: {type: string, not: {items: {minLength: 1}}}
`
  expect(reportSchema(schemaLogicComplete, bad)).toEqual([
    'error properties.ghost: "ghost" is required because it is defined in "allOf", "anyOf", "oneOf" or "not": describe it outside of them, too.',
    'warning properties.a.items: The items are spoken of in "allOf", "anyOf", "oneOf" or "not", but not described outside of them, so it is dropped before the condition is looked at.',
  ])
})
