import { expect, test } from 'vitest'
import { schemaRootKeywords } from './schema-root-keywords'
import { GOOD, report, reportSchema } from './testing'

test('the root of a schema holds only what a status beside it leaves', () => {
  expect(report(schemaRootKeywords, GOOD)).toEqual([])
  const schema = `type: object
description: d
nullable: true
oneOf: []
minProperties: 0
enum: null
x-kubernetes-embedded-resource: false
properties: {a: {type: string, nullable: true, enum: [a]}}
`
  expect(reportSchema(schemaRootKeywords, schema).map((line) => line.split(':')[0])).toEqual([
    'error oneOf',
    'error nullable',
    'error minProperties',
  ])
})
