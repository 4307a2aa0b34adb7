import { expect, test } from 'vitest'
import { schemaAdditionalProperties } from './schema-additional-properties'
import { GOOD, report, reportSchema } from './testing'

test('an object has named properties, or values of one kind', () => {
  expect(report(schemaAdditionalProperties, GOOD)).toEqual([])
  const schema = `type: object
additionalProperties: true
properties:
  a: {type: object, properties: {b: {type: string}}, additionalProperties: false}
  b: {type: object, properties: {b: {type: string}}, additionalProperties: true}
  c: {type: object, properties: {}, additionalProperties: {type: string}}
`
  expect(reportSchema(schemaAdditionalProperties, schema)).toEqual([
    'error additionalProperties: "additionalProperties" must not be used at the root: a request has the fields that its API names.',
    'error properties.a.additionalProperties: "additionalProperties" and "properties" are mutual exclusive: an object has named fields, or values of one kind.',
  ])
})
