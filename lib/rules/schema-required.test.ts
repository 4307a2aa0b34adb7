import { expect, test } from 'vitest'
import { promiseWith, schemaOf } from '@/lib/commands/testing-schema'
import { schemaRequired } from './schema-required'
import { fixed, GOOD, report, reportSchema } from './testing'

test('what is required is declared; the fix takes it out', () => {
  expect(report(schemaRequired, GOOD)).toEqual([])
  const schema = `type: object
required: [spec, metadata]
properties:
  spec:
    type: object
    required: [a, ghost]
    properties: {a: {type: string}}
`
  expect(reportSchema(schemaRequired, schema)).toEqual([
    'error properties.spec.required[1]: "ghost" is required but not declared, so no request can be valid.',
  ])
  const { text, left } = fixed(schemaRequired, promiseWith(schema))
  expect(left).toEqual([])
  expect(schemaOf(text)).toBe(schema.replace(', ghost', ''))
})

test('an open object may require what it does not declare', () => {
  const open = `type: object
properties:
  a: {type: object, required: [x], x-kubernetes-preserve-unknown-fields: true}
  b: {type: object, required: [x], additionalProperties: {type: string}}
`
  expect(reportSchema(schemaRequired, open)).toEqual([])
})
