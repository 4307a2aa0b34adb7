import { expect, test } from 'vitest'
import { moveProperties, removeProperties, setAllRequired } from './bulk-properties'
import { property, schemaAfter } from './testing-schema'

const SCHEMA = `type: object
required: [spec]
properties:
  spec:
    type: object
    required: [a, o]
    default: {a: 1, b: 2, o: {c: 3}}
    properties:
      a: {type: integer}
      # second
      b: {type: integer}
      o:
        type: object
        required: [c]
        properties:
          c: {type: integer}
          d: {type: integer}
`

test('several are removed at once, with all that spoke of them', () => {
  const paths = ['a', 'b', 'o.c'].map(property)
  expect(schemaAfter(SCHEMA, removeProperties(paths))).toBe(`type: object
required: [spec]
properties:
  spec:
    type: object
    required: [o]
    default: {o: {}}
    properties:
      o:
        type: object
        properties:
          d: {type: integer}
`)
})

test('what lies in a removed one goes with it, and so does the last', () => {
  const paths = ['o', 'o.c', 'a', 'b'].map(property)
  expect(schemaAfter(SCHEMA, removeProperties(paths))).toBe(`type: object
required: [spec]
properties:
  spec:
    type: object
    default: {}
    properties: {}
`)
})

test('several become required and optional', () => {
  const paths = ['b', 'o.c', 'o.d'].map(property)
  const on = schemaAfter(SCHEMA, setAllRequired(paths, true))
  expect(on).toContain('required: [a, o, b]')
  expect(on).toContain('required: [c, d]')
  expect(schemaAfter(on, setAllRequired([...paths, property('a')], false))).toContain(
    '    required: [o]\n',
  )
})

test('several move into one object, in their order, and it does not move into itself', () => {
  const target = { parent: [...property('o'), 'properties'], before: 'c' }
  const moved = schemaAfter(SCHEMA, moveProperties(['a', 'b', 'o', 'o.d'].map(property), target))
  expect(moved.slice(moved.indexOf('      o:'))).toBe(`      o:
        type: object
        required: [c, a]
        properties:
          a: {type: integer}
          # second
          b: {type: integer}
          d: {type: integer}
          c: {type: integer}
`)
  expect(moved).toContain('default: {o: {c: 3, a: 1, b: 2}}')
})
