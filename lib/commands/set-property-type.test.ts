import { describe, expect, test } from 'vitest'
import { valueAt } from '@/lib/promise/path'
import { PROPERTY_TYPES } from '@/lib/schema/property'
import { typeOf } from '@/lib/schema/property-types'
import { parseYaml } from '@/lib/yaml/document'
import { setPropertyType } from './set-property-type'
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
const change = (
  from: string,
  ...to: [Parameters<typeof setPropertyType>[1], ('integer' | 'string')?]
) => {
  const text = schemaAfter(schema(from), setPropertyType(a, ...to))
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
      'type: integer\nminimum: 2\nenum:\n  - 1\n',
    )
  })
})

describe('lists', () => {
  test('take the scalar type along', () => {
    expect(change('type: integer\n', 'list')).toBe('type: array\nitems:\n  type: integer\n')
    expect(change('type: array\nitems: {type: string}\nmaxItems: 3\n', 'list', 'integer')).toBe(
      'type: array\nitems: {type: integer}\nmaxItems: 3\n',
    )
  })
  test('of objects and objects exchange their children, comments included', () => {
    const object =
      'type: object\ndescription: d\nrequired: [b]\nproperties:\n  # first\n  b: {type: string}\n'
    const list = change(object, 'list-of-objects')
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
  })
})

test('any type becomes any other, and is recognised as that', () => {
  const samples: Record<string, string> = {
    string: 'type: string\nformat: date\ndefault: x\n',
    integer: 'type: integer\nminimum: 1\n',
    number: 'type: number\n',
    boolean: 'type: boolean\ndefault: true\n',
    enum: 'type: string\nenum: [a]\n',
    object: 'type: object\nproperties: {b: {type: string}}\n',
    list: 'type: array\nitems: {type: string}\n',
    'list-of-objects': 'type: array\nitems: {type: object, properties: {b: {type: string}}}\n',
    map: 'type: object\nadditionalProperties: {type: string}\n',
    'int or string': 'x-kubernetes-int-or-string: true\nanyOf: [{type: string}]\n',
    nothing: '{}\n',
  }
  for (const [name, sample] of Object.entries(samples)) {
    for (const type of PROPERTY_TYPES) {
      const text = schemaAfter(schema(sample), setPropertyType(a, type))
      const [document] = parseYaml(promiseWith(text))
      const found = valueAt(document?.value(), a)
      expect(`${name} -> ${typeOf(found as object as Record<string, unknown>)}`).toBe(
        `${name} -> ${type}`,
      )
    }
  }
})
