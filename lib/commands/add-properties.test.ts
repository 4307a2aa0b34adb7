import { expect, test } from 'vitest'
import { readLines } from '@/lib/schema/notation'
import { addProperties, replaceProperties } from './add-properties'
import { refusal } from './testing'
import { promiseWith, SCHEMA, SIZE, schemaAfter } from './testing-schema'

const SPEC = [...SCHEMA, 'properties', 'spec']
const wanted = (lines: string) => readLines(lines).wanted

test('adds several properties in one change, into the objects that are there', () => {
  const lines = 'replicas:integer=1\ntls.mode:off|on\nowner!\nstorage\n  size!:integer'
  expect(schemaAfter(SIZE, addProperties(SPEC, wanted(lines)))).toBe(`type: object
required: [spec]
properties:
  spec:
    type: object
    required:
      - owner
    properties:
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
              - "off"
              - "on"
      replicas:
        type: integer
        default: 1
      owner:
        type: string
      storage:
        type: object
        required:
          - size
        properties:
          size:
            type: integer
`)
})

test('makes spec when there is none, and requires it with what is in it', () => {
  expect(schemaAfter('type: object\n', addProperties(SPEC, wanted('a!\nb!\nc')))).toBe(`type: object
required:
  - spec
properties:
  spec:
    type: object
    required:
      - a
      - b
    properties:
      a:
        type: string
      b:
        type: string
      c:
        type: string
`)
})

test('what becomes required is in the defaults above, too', () => {
  const before = `type: object
properties:
  spec:
    type: object
    default: {a: x}
    properties:
      a: {type: string}
`
  const after = schemaAfter(before, addProperties(SPEC, wanted('b:integer=1 !\nc:integer=2 !')))
  expect(after).toContain('default: {a: x, b: 1, c: 2}')
})

test('a name that is taken is refused, or passed over', () => {
  const texts = { 'promise.yaml': promiseWith(SIZE) }
  expect(refusal(texts, addProperties(SPEC, wanted('size\nnew')))).toContain('"size" already')
  expect(refusal(texts, addProperties(SPEC, wanted('tls.enabled')))).toContain('"tls.enabled"')
  const after = schemaAfter(SIZE, addProperties(SPEC, wanted('size\nnew'), 'skip'))
  expect(after).toContain('\n      new:\n        type: string\n')
})

test('replaces all properties with what spoke of them', () => {
  const before = `type: object
properties:
  spec: # of the request
    type: object
    description: What people ask for
    default: {a: x}
    oneOf: [{required: [a]}, {required: [b]}]
    properties:
      a: {type: string}
      b: {type: string}
`
  expect(schemaAfter(before, replaceProperties(SPEC, wanted('c!')))).toBe(`type: object
required:
  - spec
properties:
  spec: # of the request
    type: object
    description: What people ask for
    required:
      - c
    properties:
      c:
        type: string
`)
})

test('a thousand properties, many of them required, come in one change', () => {
  const lines = Array.from({ length: 1000 }, (_, i) => `p${i}:integer=1 ${i % 2 === 0 ? '!' : ''}`)
  const after = schemaAfter(SIZE, addProperties(SPEC, wanted(lines.join('\n'))))
  expect(after.match(/^ {6}p\d+:$/gm)).toHaveLength(1000)
  expect(after.match(/^ {6}- p\d+$/gm)).toHaveLength(500)
})
