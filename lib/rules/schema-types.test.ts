import { expect, test } from 'vitest'
import { promiseWith } from '@/lib/commands/testing-schema'
import { schemaTypes } from './schema-types'
import { findings, fixed, GOOD, report, reportSchema, spoilt } from './testing'

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

test('a type in another case is set right; else the likeliest is offered first', () => {
  const size = 'size: {type: string,'
  const { text, left } = fixed(schemaTypes, spoilt([size, 'size: {type: String,']))
  expect(left).toEqual([])
  expect(text).toContain('size: {type: string,')
  const first = (schema: string) => {
    const promise = promiseWith(`type: object\nproperties:\n  a: {${schema}}\n`)
    return findings(schemaTypes, promise)[0]?.suggestions?.[0]?.label
  }
  expect(first('type: int')).toBe('Set type integer')
  expect(first('default: true')).toBe('Set type boolean')
  expect(first('properties: {}')).toBe('Set type object')
  expect(first('description: d')).toBe('Set type string')
})
