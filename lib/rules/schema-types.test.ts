import { expect, test } from 'vitest'
import { schemaTypes } from './schema-types'
import { GOOD, report, reportSchema } from './testing'

test('every property has one of the six types', () => {
  expect(report(schemaTypes, GOOD)).toEqual([])
  const schema = `type: object
properties:
  a: {description: d}
  b: {type: int}
  c: {type: "null"}
  d: {x-kubernetes-int-or-string: true}
  e: {x-kubernetes-preserve-unknown-fields: true}
  f:
`
  expect(reportSchema(schemaTypes, schema)).toEqual([
    'error properties.f: The property "f" has no schema.',
    'error properties.a: The property "a" has no type.',
    'error properties.b.type: The property "b" has the type "int"; the types are array, boolean, integer, number, object, string.',
    'error properties.c.type: The property "c" has the type "null"; use "nullable: true" instead.',
  ])
})

test('arrays have items of one schema, with a type', () => {
  const schema = `type: object
properties:
  a: {type: array}
  b: {type: array, items: [{type: string}]}
  c: {type: array, items: {minLength: 1}}
  d: {type: object, additionalProperties: {minLength: 1}}
`
  expect(reportSchema(schemaTypes, schema)).toEqual([
    'error properties.a.items: The property "a" is an array without items.',
    'error properties.b.items: The property "b" needs one schema for all items.',
    'error properties.c.items: Each item of "c" has no type.',
    'error properties.d.additionalProperties: Each value of "d" has no type.',
  ])
})
