import { expect, test } from 'vitest'
import { setRequired } from './set-required'
import { property, SCHEMA, SIZE, schemaAfter } from './testing-schema'

const spec = (lines: string, root = '') => `type: object
${root}properties:
  spec:
    type: object
${lines}    properties:
      a: {type: string}
      b: {type: integer, default: 3}
`

test('the first required property makes the list, and spec required as well', () => {
  expect(schemaAfter(spec(''), setRequired(property('a'), true))).toBe(
    spec('    required:\n      - a\n', 'required:\n  - spec\n'),
  )
})

test('more are added at the end, in the style of the list; twice changes nothing', () => {
  const one = spec('    required: [a]\n', 'required: [spec]\n')
  const both = schemaAfter(one, setRequired(property('b'), true))
  expect(both).toBe(one.replace('[a]', '[a, b]'))
  expect(schemaAfter(both, setRequired(property('b'), true))).toBe(both)
})

test('optional again: the list goes with its last name, spec stays required', () => {
  const one = spec('    required: [a, b]\n', 'required: [spec]\n')
  const less = schemaAfter(one, setRequired(property('a'), false))
  expect(less).toBe(one.replace('[a, b]', '[b]'))
  expect(schemaAfter(less, setRequired(property('b'), false))).toBe(spec('', 'required: [spec]\n'))
})

test('an object default above gets the default of a child that becomes required', () => {
  const made = schemaAfter(spec('    default: {}\n'), setRequired(property('b'), true))
  expect(made).toContain('    default:\n      b: 3\n')
  expect(made).not.toContain('required:\n  - spec') // the default stands in for an absent spec
})

test('an empty object default goes when the child has no default to fill it', () => {
  const made = schemaAfter(spec('    default: {}\n'), setRequired(property('a'), true))
  expect(made).toBe(spec('    required:\n      - a\n', 'required:\n  - spec\n'))
})

test('required within an object says nothing of spec', () => {
  const made = schemaAfter(
    SIZE.replace('required: [spec]\n', ''),
    setRequired(property('tls.enabled'), true),
  )
  expect(made).toContain('        required:\n          - enabled\n')
  expect(made).not.toContain('- spec')
})

test('a name that is required but not declared can go', () => {
  const schema = spec('    required: [ghost, a, ghost]\n')
  expect(schemaAfter(schema, setRequired(property('ghost'), false))).toBe(
    spec('    required: [a]\n'),
  )
})

test('spec itself can be required', () => {
  const path = [...SCHEMA, 'properties', 'spec']
  expect(schemaAfter(spec(''), setRequired(path, true))).toBe(spec('', 'required:\n  - spec\n'))
})
