import { expect, test } from 'vitest'
import { schemaExtensions } from './schema-extensions'
import { GOOD, report, reportSchema } from './testing'

test("Kubernetes' own keywords ask something of the schema", () => {
  expect(report(schemaExtensions, GOOD)).toEqual([])
  const schema = `type: object
properties:
  a: {type: object, x-kubernetes-preserve-unknown-fields: false}
  b: {x-kubernetes-int-or-string: true, x-kubernetes-preserve-unknown-fields: true}
  c: {type: string, x-kubernetes-embedded-resource: true}
  d: {type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true, additionalProperties: true}
  e: {type: object, x-kubernetes-embedded-resource: true, properties: {metadata: {type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}}}
  f: {type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}
`
  expect(reportSchema(schemaExtensions, schema).map((line) => line.split(':')[0])).toEqual([
    'error properties.a.x-kubernetes-preserve-unknown-fields',
    'error properties.b.x-kubernetes-preserve-unknown-fields',
    'error properties.c.type',
    'error properties.c.properties',
    'error properties.d.additionalProperties',
    'error properties.e.properties.metadata.x-kubernetes-embedded-resource',
  ])
})
