import { describe, expect, test } from 'vitest'
import { PROMISE_FILE } from '@/lib/promise/files'
import { valueAt } from '@/lib/promise/path'
import { ELEMENT_TYPES, type ElementType, type Schema, type Wrap } from '@/lib/schema/property'
import { elementPath, type Shape, shapeOf } from '@/lib/schema/shape'
import { parseYaml } from '@/lib/yaml/document'
import { setPropertyType } from './set-property-type'
import { filesOf } from './testing'
import { promiseWith, property, schemaAfter } from './testing-schema'

const schema = (lines: string) => `type: object
properties:
  spec:
    type: object
    properties:
      a:
${lines.replace(/^(?=.)/gm, '        ')}      z: {type: string} # after
`
const a = property('a')
/** `to` names lists and maps before the element: `list map integer`. */
const shape = (to: string): Shape => {
  const words = to.split(' ')
  return { wraps: words.slice(0, -1) as Wrap[], type: words.at(-1) as ElementType }
}
const change = (from: string, to: string) => {
  const text = schemaAfter(schema(from), setPropertyType(a, shape(to)))
  const [head = '', tail = ''] = schema('X\n').split('        X\n')
  expect(text.startsWith(head) && text.endsWith(tail)).toBe(true)
  return text.slice(head.length, text.length - tail.length).replace(/^ {8}/gm, '')
}

test('keeps description and unknown words, drops what the new type does not know', () => {
  expect(
    change('type: string # s\ndescription: how\npattern: x\nminLength: 3\nx-own: 1\n', 'integer'),
  ).toBe('type: integer # s\ndescription: how\nx-own: 1\n')
})

test('keeps a default that still fits', () => {
  expect(change('type: integer\ndefault: 3\n', 'number')).toBe('type: number\ndefault: 3\n')
  expect(change('type: number\ndefault: 3.5\n', 'integer')).toBe('type: integer\n')
  expect(change('type: integer\ndefault: 3\n', 'string')).toBe('type: string\n')
})

describe('an enum', () => {
  test('begins with the default, and becomes plain again', () => {
    expect(change('type: string\ndefault: x\n', 'enum')).toBe(
      'type: string\ndefault: x\nenum:\n  - x\n',
    )
    expect(change('type: string\nenum: [a, b]\ndefault: b\n', 'string')).toBe(
      'type: string\ndefault: b\n',
    )
  })
  test('of integers keeps its type', () => {
    expect(change('type: integer\ndefault: 3\n', 'enum')).toBe(
      'type: integer\ndefault: 3\nenum:\n  - 3\n',
    )
  })
  test('drops bounds only when the type of its values changes', () => {
    expect(change('type: integer\nminimum: 2\n', 'enum')).toBe(
      'type: integer\nenum:\n  - 1\nminimum: 2\n',
    )
  })
})

describe('lists and maps', () => {
  test('take the scalar and its constraints along, and give them back', () => {
    const port = 'type: integer # s\ndescription: how\nminimum: 1 # low\nx-own: 1\n'
    const list = change(port, 'list integer')
    expect(list).toBe(`type: array # s
description: how
x-own: 1
items:
  type: integer
  minimum: 1 # low
`)
    expect(change(list, 'integer')).toBe(
      'type: integer # s\ndescription: how\nx-own: 1\nminimum: 1 # low\n',
    )
  })
  test('change what they hold in its place', () => {
    expect(
      change('type: array\nitems: {type: string, pattern: x}\nmaxItems: 3\n', 'list integer'),
    ).toBe('type: array\nitems: {type: integer}\nmaxItems: 3\n')
  })
  test('become each other, sizes included', () => {
    const list = 'type: array\nminItems: 2\nx-kubernetes-list-type: set\nitems:\n  type: string\n'
    expect(change(list, 'map string')).toBe(
      'type: object\nminProperties: 2\nadditionalProperties:\n  type: string\n',
    )
  })
  test('of objects and objects exchange their children, comments included', () => {
    const object =
      'type: object\ndescription: d\nrequired: [b]\nproperties:\n  # first\n  b: {type: string}\n'
    const list = change(object, 'list object')
    expect(list).toBe(`type: array
description: d
items:
  type: object
  required: [b]
  properties:
    # first
    b: {type: string}
`)
    expect(change(list, 'object')).toBe(object)
    const map = change(list, 'map object')
    expect(map).toBe(list.replace('array', 'object').replace('items', 'additionalProperties'))
    expect(change(map, 'embedded-resource')).toBe(
      object.replace('required', 'x-kubernetes-embedded-resource: true\nrequired'),
    )
  })
  test('lie in each other to any depth', () => {
    expect(change('type: string\nenum: [a, b] # ab\n', 'list map list enum')).toBe(`type: array
items:
  type: object
  additionalProperties:
    type: array
    items:
      type: string
      enum: [a, b] # ab
`)
  })
  test('keep the kind of list that the new items allow, and drop a default that fits no more', () => {
    const list = (rest: string) =>
      `type: array\nitems:\n  type: object\n  properties:\n    b: {type: string}\n${rest}`
    const byKey = 'x-kubernetes-list-type: map\nx-kubernetes-list-map-keys: [b]\n'
    expect(change(list(byKey), 'list string')).toBe('type: array\nitems:\n  type: string\n')
    const set = 'x-kubernetes-list-type: set\n'
    const strings = `type: array\nitems: {type: string}\ndefault: [a]\n${set}`
    expect(change(strings, 'list integer')).toBe(`type: array\nitems: {type: integer}\n${set}`)
    expect(change(strings, 'list object')).toBe(
      'type: array\nitems: {type: object, properties: {}}\n',
    )
  })
  test('leave rules on the old value behind, which an item of a list has not', () => {
    const rules = `x-kubernetes-validations:
  - rule: self == oldSelf
  - rule: self > 1
`
    expect(change(`type: integer\n${rules}`, 'list integer')).toBe(`type: array
items:
  type: integer
  x-kubernetes-validations:
    - rule: self > 1
`)
    expect(change(`type: integer\n${rules}`, 'map integer')).toContain('rule: self == oldSelf')
    const word =
      "x-kubernetes-validations:\n  - rule: self != 'oldSelf'\n  - rule: self == (oldSelf\n"
    const list = change(`type: string\n${word}`, 'list string')
    expect(list).toContain("rule: self != 'oldSelf'")
    expect(list).toContain('rule: self == (oldSelf')
  })
})

test('an integer or a string has no type, and keeps what is said of both', () => {
  const port = 'type: string\ndescription: d\npattern: ^[a-z]+$\nformat: x\n'
  const either = change(port, 'int-or-string')
  expect(either).toBe('description: d\npattern: ^[a-z]+$\nx-kubernetes-int-or-string: true\n')
  const list = change(either, 'list int-or-string')
  expect(list).toBe(`type: array
description: d
items:
  pattern: ^[a-z]+$
  x-kubernetes-int-or-string: true
`)
  expect(change(list, 'string')).toBe('type: string\ndescription: d\npattern: ^[a-z]+$\n')
})

test('any type becomes any other, in any lists and maps, and is recognised as that', () => {
  const samples: Record<string, string> = {
    string: 'type: string\nformat: date\ndefault: x\n',
    integer: 'type: integer\nminimum: 1\nexample: 3\n',
    number: 'type: number\n',
    boolean: 'type: boolean\ndefault: true\n',
    enum: 'type: string\nenum: [a]\n',
    object: 'type: object\nproperties: {b: {type: string}}\n',
    'open object': 'type: object\nadditionalProperties: true\n',
    list: 'type: array\nitems: {type: string}\n',
    'list of objects': 'type: array\nitems: {type: object, properties: {b: {type: string}}}\n',
    map: 'type: object\nadditionalProperties: {type: string}\n',
    'map of lists':
      'type: object\nadditionalProperties:\n  type: array\n  items:\n    x-kubernetes-int-or-string: true\n',
    'int or string': 'x-kubernetes-int-or-string: true\nanyOf: [{type: string}]\n',
    free: 'x-kubernetes-preserve-unknown-fields: true\n',
    resource:
      'type: object\nx-kubernetes-embedded-resource: true\nx-kubernetes-preserve-unknown-fields: true\n',
    nothing: '{}\n',
    'no type': 'properties: {b: {type: string}}\n',
  }
  const nested = ['list enum', 'map object', 'list list int-or-string', 'map list object']
  for (const [name, sample] of Object.entries(samples)) {
    for (const to of [...ELEMENT_TYPES, ...nested]) {
      const text = schemaAfter(schema(sample), setPropertyType(a, shape(to)))
      const [document] = parseYaml(promiseWith(text))
      const found = shapeOf(valueAt(document?.value(), a) as Schema)
      expect(`${name} -> ${[...found.wraps, found.element.type].join(' ')}`).toBe(
        `${name} -> ${to}`,
      )
      expect(found.element.path).toEqual(elementPath(found.wraps))
      expect(
        setPropertyType(a, shape(to)).run(filesOf({ [PROMISE_FILE]: promiseWith(text) })),
      ).toEqual({ kind: 'unchanged' })
    }
  }
})
