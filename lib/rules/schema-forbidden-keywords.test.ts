import { expect, test } from 'vitest'
import { schemaForbiddenKeywords } from './schema-forbidden-keywords'
import { GOOD, report, reportSchema } from './testing'

test('keywords that no CRD has are refused, also below logic', () => {
  expect(report(schemaForbiddenKeywords, GOOD)).toEqual([])
  const schema = `type: object
properties:
  a: {$ref: "#/x", id: a, definitions: {}, dependencies: {}, patternProperties: {^a: {}}}
  b: {type: array, items: {type: string}, uniqueItems: true}
  c: {type: object, not: {additionalItems: true, items: [{}]}}
  d: {type: string, id: "", uniqueItems: false, $ref: null}
`
  expect(reportSchema(schemaForbiddenKeywords, schema).map((line) => line.split(':')[0])).toEqual([
    'error properties.a.$ref'.replace('.$ref', '["$ref"]'),
    'error properties.a.id',
    'error properties.a.dependencies',
    'error properties.a.patternProperties',
    'error properties.b.uniqueItems',
    'error properties.c.not.additionalItems',
    'error properties.c.not.items',
  ])
})
