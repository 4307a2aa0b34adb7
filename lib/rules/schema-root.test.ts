import { expect, test } from 'vitest'
import { schemaRoot } from './schema-root'
import { fixed, GOOD, report, reportSchema, spoilt } from './testing'

test('every version has a schema of an object with properties', () => {
  expect(report(schemaRoot, GOOD)).toEqual([])
  expect(reportSchema(schemaRoot, 'type: string\nproperties: {}\n')).toEqual([
    'error type: The schema of version "v1alpha1" has the type "string"; at the root it must be "object".',
  ])
  expect(reportSchema(schemaRoot, 'type: object\n')[0]).toMatch(/^warning : .*no properties/)
  const none = spoilt(['            openAPIV3Schema:', '            other:'])
  expect(report(schemaRoot, none)[0]).toContain('"v1" has no openAPIV3Schema')
})

test('the fix sets the type', () => {
  const text = spoilt([
    '              type: object\n              required',
    '              required',
  ])
  expect(fixed(schemaRoot, text).left).toEqual([])
})
