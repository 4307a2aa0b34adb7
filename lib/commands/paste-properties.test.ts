import { describe, expect, test } from 'vitest'
import { PROMISE_FILE } from '@/lib/promise/files'
import { parseYaml } from '@/lib/yaml/document'
import { copyProperties } from './copy-properties'
import { pasteProperties } from './paste-properties'
import { filesOf, refusal } from './testing'
import { PROPERTIES, promiseWith, property, SIZE, schemaAfter } from './testing-schema'

const copyOf = (schema: string, ...names: readonly string[]) => {
  const [document] = parseYaml(promiseWith(schema))
  if (!document) throw new Error('no document')
  return copyProperties(document, names.map(property))
}
const SPEC = `type: object
properties:
  spec:
    type: object
    properties:
`
const paste = (text: string, index?: number) =>
  schemaAfter(SIZE, pasteProperties(PROPERTIES, text, index)).slice(SIZE.length)

test('a copy holds comments and what is required, and pastes as it was', () => {
  const schema = SIZE.replace('    properties:', '    required: [size]\n    properties:')
  const copy = copyOf(schema, 'size', 'tls')
  expect(copy).toBe(`required:
  - size
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
`)
  const empty = SPEC.replace(/properties:\n$/, 'properties: {}\n')
  expect(schemaAfter(empty, pasteProperties(PROPERTIES, copy))).toBe(`type: object
required:
  - spec
properties:
  spec:
    type: object
    required:
      - size
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
`)
})

test('what lies below what is copied goes with it, and equal names get numbers', () => {
  expect(copyOf(SIZE, 'tls', 'tls.enabled')).not.toMatch(/^ {2}enabled/m)
  const two = `${SIZE}      enabled: {type: string} # too\n`
  expect(copyOf(two, 'tls.enabled', 'enabled')).toBe(`properties:
  enabled:
    type: boolean
  enabled2: {type: string} # too
`)
})

test('an alias in what is copied is written out, and an anchor stays where it is', () => {
  const schema = `${SPEC}      a: &t {type: string}
      b:
        type: object
        properties: {c: *t}
`
  expect(copyOf(schema, 'a', 'b')).toBe(`properties:
  a: {type: string}
  b:
    type: object
    properties:
      c:
        type: string
`)
})

describe('from outside', () => {
  test('properties by name, with their comments, among the others', () => {
    const text = '# how many\nreplicas:\n    type: integer # n\n    minimum: 1\n'
    const pasted = schemaAfter(SIZE, pasteProperties(PROPERTIES, text, 1))
    const block = text.replace(/^/gm, '      ').trimEnd()
    expect(pasted).toBe(SIZE.replace('      tls:', `${block}\n      tls:`))
  })
  test('indented lines, JSON, a whole schema, one schema alone, the short notation', () => {
    expect(paste('    a: {type: string}\n    b: {type: string}')).toBe(
      '      a: {type: string}\n      b: {type: string}\n',
    )
    expect(paste('a:\n      type: string\n    b:\n      type: integer\n')).toBe(
      '      a:\n        type: string\n      b:\n        type: integer\n',
    )
    expect(paste('{"a": {"type": "string"}}')).toBe('      a: {"type": "string"}\n')
    expect(paste('type: object\nproperties: {a: {type: string}}')).toBe('      a: {type: string}\n')
    expect(paste('type: integer\nminimum: 1')).toBe(
      '      property:\n        type: integer\n        minimum: 1\n',
    )
    expect(paste('replicas:integer=1')).toBe(
      '      replicas:\n        type: integer\n        default: 1\n',
    )
  })
  test('a name that is taken gets a number', () => {
    expect(paste('size: {type: string}\nsize2: {type: integer}')).toBe(
      '      size2: {type: string}\n      size3: {type: integer}\n',
    )
  })
  test('into a map of flow style', () => {
    const schema = SPEC.replace('properties:\n', 'properties:\n').trimEnd()
    const flow = `${schema.slice(0, schema.lastIndexOf('properties:'))}properties: {z: {type: string}}\n`
    expect(schemaAfter(flow, pasteProperties(PROPERTIES, 'a:\n  type: string # x\n'))).toContain(
      'properties: {z: {type: string}, a: {type: string}}',
    )
  })
  test('what is no property is refused with a sentence', () => {
    const texts = { [PROMISE_FILE]: promiseWith(SIZE) }
    const no = (text: string) => refusal(texts, pasteProperties(PROPERTIES, text))
    expect(no('')).toContain('nothing')
    expect(no('{a: 1}')).toContain('"a" is no schema')
    expect(no('[1, 2]')).toContain('no map')
    expect(no('a: [')).toContain('no YAML')
    expect(no('apiVersion: v1\nkind: X\nmetadata: {}')).toContain('"apiVersion" is no schema')
  })
  test('hostile names are names', () => {
    const pasted = pasteProperties(PROPERTIES, '{"__proto__": {"type": "string"}}')
    const outcome = pasted.run(filesOf({ [PROMISE_FILE]: promiseWith(SIZE) }))
    expect(outcome.kind).toBe('change')
    expect(paste('{"__proto__": {"type": "string"}}')).toContain('__proto__: {"type": "string"}')
  })
})
