import { expect, test } from 'vitest'
import { duplicateProperty } from './duplicate-property'
import { refusal } from './testing'
import { promiseWith, property, SIZE, schemaAfter } from './testing-schema'

test('duplicates with comments, right after itself, under a free name', () => {
  const twice = schemaAfter(SIZE, duplicateProperty(property('size')))
  expect(twice).toContain(`        default: small
      # how much of it
      size2:
        type: string
        enum:
          - small # one
          - large
        default: small
      tls:`)
})

test('the copy of a required property is required', () => {
  const schema = `type: object
required: [spec]
properties:
  spec:
    type: object
    required: [a]
    properties:
      a: {type: string}
`
  expect(schemaAfter(schema, duplicateProperty(property('a'), 'b'))).toBe(
    schema
      .replace('[a]', '[a, b]')
      .replace('a: {type: string}', 'a: {type: string}\n      b: {type: string}'),
  )
})

test('a taken name is refused', () => {
  const texts = { 'promise.yaml': promiseWith(SIZE) }
  expect(refusal(texts, duplicateProperty(property('size'), 'tls'))).toContain('"tls" already')
})
