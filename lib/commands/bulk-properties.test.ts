import { expect, test, vi } from 'vitest'
import { FileContent } from '@/lib/promise/files'
import { moveProperties, removeProperties } from './bulk-properties'
import { setAllRequired } from './set-required'
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

test('defaults above get what becomes required, all at once', () => {
  const schema = (spec: string) => `type: object
properties:
  spec:
    type: object
    ${spec}
    properties:
      a: {type: integer, default: 1}
      b: {type: string, default: x}
      c: {type: string}
`
  const [a, b, c] = ['a', 'b', 'c'].map(property)
  const required = (spec: string, ...paths: (typeof a)[]) =>
    schemaAfter(
      schema(spec),
      setAllRequired(
        paths.flatMap((path) => (path ? [path] : [])),
        true,
      ),
    )
  expect(required('default: {}', a, b)).toContain(
    `    default:
      a: 1
      b: x
    required:
      - a
      - b
    properties:`,
  )
  expect(required('default: {}', a, b)).not.toContain('- spec')
  // None can be invented for c, so the empty default goes, and a request has to say.
  expect(required('default: {}', a, c)).not.toContain('default: {')
  expect(required('default: {}', a, c)).toContain('required:\n  - spec\n')
  expect(required('default: {b: y}', b, a)).toContain('default: {b: y, a: 1}')
})

test('many are required and made optional on one reading of the text', () => {
  const names = Array.from({ length: 300 }, (_, i) => `p${i}`)
  const schema = (required: string) => `type: object
required: [spec]
properties:
  spec:
    type: object
${required}    properties:
${[...names, 'kept'].map((name) => `      ${name}: {type: string}\n`).join('')}`
  const none = schema('')
  const flow = schema(`    required: [kept, ${names.join(', ')}]\n`)
  const block = schema(`    required:\n${['kept', ...names].map((n) => `      - ${n}\n`).join('')}`)
  const paths = names.map(property)
  const texts = vi.spyOn(FileContent, 'fromText')
  const run = (before: string, required: boolean): string => {
    texts.mockClear()
    const after = schemaAfter(before, setAllRequired(paths, required))
    expect(texts.mock.calls.length).toBeLessThan(10)
    return after
  }
  expect(run(schema('    required: [kept]\n'), true)).toBe(flow)
  expect(run(schema('    required:\n      - kept\n'), true)).toBe(block)
  expect(run(none, true)).toContain('required:')
  expect(run(flow, false)).toBe(schema('    required: [kept]\n'))
  expect(run(block, false)).toBe(schema('    required:\n      - kept\n'))
  texts.mockRestore()
})
