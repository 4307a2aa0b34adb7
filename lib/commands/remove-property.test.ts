import { expect, test } from 'vitest'
import { removeProperty } from './remove-property'
import { property, SIZE, schemaAfter } from './testing-schema'

test('removes a property with the comment above it', () => {
  expect(schemaAfter(SIZE, removeProperty(property('size')))).toBe(`type: object
required: [spec]
properties:
  spec:
    type: object
    properties:
      tls:
        type: object
        properties:
          enabled:
            type: boolean
`)
})

test('the last property leaves an empty object, which can take another', () => {
  expect(schemaAfter(SIZE, removeProperty(property('tls.enabled')))).toContain('properties: {}\n')
})

test('required and the defaults above forget it', () => {
  const schema = `type: object
properties:
  spec:
    type: object
    required: [a, size]
    default: {a: 1, size: small}
    properties:
      a: {type: integer}
      size: {type: string}
`
  expect(schemaAfter(schema, removeProperty(property('a')))).toBe(`type: object
properties:
  spec:
    type: object
    required: [size]
    default: {size: small}
    properties:
      size: {type: string}
`)
  expect(
    schemaAfter(schema, removeProperty(property('a')), removeProperty(property('size'))),
  ).toBe(`type: object
properties:
  spec:
    type: object
    default: {}
    properties: {}
`)
})
