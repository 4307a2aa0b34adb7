import { expect, test } from 'vitest'
import { schemaListType } from './schema-list-type'
import { GOOD, report, reportSchema } from './testing'

test('lists and maps are merged in ways that fit them', () => {
  expect(report(schemaListType, GOOD)).toEqual([])
  const schema = `type: object
properties:
  a: {type: array, items: {type: string}, x-kubernetes-list-type: set}
  b: {type: string, x-kubernetes-list-type: list, x-kubernetes-map-type: map}
  c: {type: array, x-kubernetes-list-type: set, items: {type: object, nullable: true}}
  d: {type: array, x-kubernetes-list-type: set, items: {type: array, items: {type: string}, x-kubernetes-list-type: set}}
  e: {type: array, x-kubernetes-list-type: set, items: {type: object, x-kubernetes-map-type: atomic}}
`
  expect(reportSchema(schemaListType, schema).map((line) => line.split(':')[0])).toEqual([
    'error properties.b.type',
    'error properties.b.x-kubernetes-map-type',
    'error properties.b.type',
    'error properties.b.x-kubernetes-list-type',
    'error properties.c.items.nullable',
    'error properties.c.items.x-kubernetes-map-type',
    'error properties.d.items.x-kubernetes-list-type',
  ])
})
