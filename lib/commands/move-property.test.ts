import { expect, test } from 'vitest'
import { moveProperty } from './move-property'
import { after, redis, refusal } from './testing'
import { PROPERTIES, promiseWith, property, SIZE, schemaAfter } from './testing-schema'

const children = (names: string) => [...property(names), 'properties']

test('reorders among siblings, comments included', () => {
  const down = schemaAfter(SIZE, moveProperty(property('size'), { parent: PROPERTIES }))
  expect(down).toBe(`type: object
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
      # how much of it
      size:
        type: string
        enum:
          - small # one
          - large
        default: small
`)
  expect(
    schemaAfter(down, moveProperty(property('size'), { parent: PROPERTIES, before: 'tls' })),
  ).toBe(SIZE)
})

test('moves into an object and out again', () => {
  const inside = schemaAfter(
    SIZE,
    moveProperty(property('size'), { parent: children('tls'), before: 'enabled' }),
  )
  expect(inside).toContain(`        properties:
          # how much of it
          size:
            type: string
            enum:
              - small # one
              - large
            default: small
          enabled:`)
  const out = moveProperty(property('tls.size'), { parent: PROPERTIES, before: 'tls' })
  expect(schemaAfter(inside, out)).toBe(SIZE)
})

test('what was required stays required, in its new object', () => {
  const schema = `type: object
required: [spec]
properties:
  spec:
    type: object
    required: [a, o]
    default: {a: 1, o: {}}
    properties:
      a: {type: integer, default: 1}
      o:
        type: object
`
  const moved = schemaAfter(schema, moveProperty(property('a'), { parent: children('o') }))
  expect(moved).toBe(`type: object
required: [spec]
properties:
  spec:
    type: object
    required: [o]
    default: {o: {a: 1}}
    properties:
      o:
        type: object
        required:
          - a
        properties:
          a: {type: integer, default: 1}
`)
})

test('values of render steps follow', () => {
  const texts = after(redis, moveProperty(property('size'), { parent: children('tls') }))
  expect(texts['.promise-designer.yaml']).toContain('from: spec.tls.size')
})

test('a taken name and a move into itself are refused', () => {
  const texts = { 'promise.yaml': promiseWith(SIZE.replace('enabled', 'size')) }
  expect(refusal(texts, moveProperty(property('size'), { parent: children('tls') }))).toContain(
    'already',
  )
  expect(refusal(texts, moveProperty(property('tls'), { parent: children('tls') }))).toContain(
    'itself',
  )
})
