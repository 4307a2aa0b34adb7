import { expect, test } from 'vitest'
import { promiseWith, schemaOf } from '@/lib/commands/testing-schema'
import { specRequired } from './spec-required'
import { fixed, GOOD, report, reportSchema } from './testing'

const schema = `type: object
properties:
  spec:
    type: object
    required: [a]
    properties: {a: {type: string}}
`

test('a spec with required properties is required; the fix makes it so', () => {
  expect(report(specRequired, GOOD)).toEqual([])
  expect(reportSchema(specRequired, schema)[0]).toMatch(
    /^warning properties\.spec: spec has required/,
  )
  const { text, left } = fixed(specRequired, promiseWith(schema))
  expect(left).toEqual([])
  expect(schemaOf(text)).toBe(schema.replace('properties:\n', 'required:\n  - spec\nproperties:\n'))
})

test('a default stands in for an absent spec', () => {
  expect(
    reportSchema(specRequired, schema.replace('    required', '    default: {a: x}\n    required')),
  ).toEqual([])
})
