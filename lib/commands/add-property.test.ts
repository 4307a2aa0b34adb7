import { expect, test } from 'vitest'
import { PROPERTY_TYPES } from '@/lib/schema/property'
import { addProperty, freePropertyName } from './add-property'
import { refusal } from './testing'
import { PROPERTIES, promiseWith, property, SIZE, schemaAfter } from './testing-schema'

const inTls = [...property('tls'), 'properties']

test('adds a property at the end, at a place and in an object', () => {
  const added = schemaAfter(
    SIZE,
    addProperty(PROPERTIES, 'last', 'integer'),
    addProperty(PROPERTIES, 'first', 'string', { index: 0 }),
    addProperty(inTls, 'mode', 'enum'),
  )
  expect(added).toBe(`type: object
required: [spec]
properties:
  spec:
    type: object
    properties:
      first:
        type: string
      # how much of it
      size:
        type: string
        enum:
          - small # one
          - large
        default: small
      tls:
        type: object
        properties:
          enabled:
            type: boolean
          mode:
            type: string
            enum:
              - small
              - large
      last:
        type: integer
`)
})

test('adds to an object without properties, and to a schema without spec', () => {
  expect(
    schemaAfter('type: object\n', addProperty(PROPERTIES, 'size', 'string')),
  ).toBe(`type: object
properties:
  spec:
    properties:
      size:
        type: string
    type: object
`)
  const empty = 'type: object\nproperties:\n  spec: {type: object, properties: {}}\n'
  expect(schemaAfter(empty, addProperty(PROPERTIES, 'a', 'boolean'))).toBe(
    'type: object\nproperties:\n  spec: {type: object, properties: {a: {type: boolean}}}\n',
  )
})

test.each(PROPERTY_TYPES)('adds a property of type %s', (type) => {
  expect(schemaAfter(SIZE, addProperty(PROPERTIES, 'x', type))).toContain('\n      x:\n        ')
})

test('a name is given once, and is not empty', () => {
  const texts = { 'promise.yaml': promiseWith(SIZE) }
  expect(refusal(texts, addProperty(PROPERTIES, 'size', 'string'))).toContain('"size" already')
  expect(refusal(texts, addProperty(PROPERTIES, '', 'string'))).toContain('missing')
})

test('finds a free name by counting', () => {
  const taken = new Set(['size', 'size2', '1'])
  const free = (name: string) => freePropertyName(name, (one) => taken.has(one))
  expect([free('a'), free('size'), free('size2'), free('1')]).toEqual(['a', 'size3', 'size3', '12'])
})
