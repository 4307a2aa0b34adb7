import { describe, expect, test } from 'vitest'
import { PROMISE_FILE } from '@/lib/promise/files'
import { moveProperty } from './move-property'
import { renameProperty } from './rename-property'
import { after as textsAfter } from './testing'
import { promiseWith, property, schemaAfter } from './testing-schema'

const SCHEMA = `type: object
properties:
  spec:
    type: object
    default: {size: small, db: {port: 1}} # all of it
    example:
      size: large
    oneOf:
      - required: [size] # the one
      - required: [db]
        properties:
          db: {required: [port], properties: {port: {minimum: 2}}}
    x-kubernetes-validations:
      - rule: self.size != 'size' && has(self.size) # not the text
        messageExpression: "'size ' + self.size"
        fieldPath: .size
      - rule: self.db.port > 0 && self.users.all(u, u.name != '')
      - rule: |
          self.size == oldSelf.size
        message: fixed
    properties:
      size: {type: string}
      db:
        type: object
        properties:
          port: {type: integer}
      users:
        type: array
        x-kubernetes-list-type: map
        x-kubernetes-list-map-keys: [name, size]
        items:
          type: object
          x-kubernetes-validations:
            - rule: self.name != self.size
          properties:
            name: {type: string}
            size: {type: string}
`
const changed = (names: string, to: string, ...lines: readonly (readonly [string, string])[]) =>
  expect(schemaAfter(SCHEMA, renameProperty(property(names), to))).toBe(
    lines.reduce((text, [from, into]) => {
      expect(text).toContain(from)
      return text.replace(from, into)
    }, SCHEMA),
  )

describe('a renamed property is followed', () => {
  test('by rules, messages and their places, conditions, defaults and examples, and no others', () => {
    changed(
      'size',
      'tier',
      ['default: {size:', 'default: {tier:'],
      ['      size: large', '      tier: large'],
      ['required: [size]', 'required: [tier]'],
      ["self.size != 'size' && has(self.size)", "self.tier != 'size' && has(self.tier)"],
      ["'size ' + self.size", "'size ' + self.tier"],
      ['fieldPath: .size', 'fieldPath: .tier'],
      ['self.size == oldSelf.size', 'self.tier == oldSelf.tier'],
      ['      size: {type', '      tier: {type'],
    )
  })
  test('below objects', () => {
    changed(
      'db.port',
      'the-port',
      ['{port: 1}', '{the-port: 1}'],
      ['{required: [port], properties: {port:', '{required: [the-port], properties: {the-port:'],
      ['self.db.port', 'self.db.the__dash__port'],
      ['port: {type', 'the-port: {type'],
    )
  })
  test('within lists, by their keys too', () => {
    changed(
      'users[].name',
      'login',
      ['u.name', 'u.login'],
      ['[name, size]', '[login, size]'],
      ['self.name', 'self.login'],
      ['name: {type', 'login: {type'],
    )
  })
})

describe('a moved property is followed', () => {
  const move = (names: string, parent: string, before?: string) =>
    schemaAfter(
      SCHEMA,
      moveProperty(property(names), {
        parent: parent === '' ? property('x').slice(0, -1) : [...property(parent), 'properties'],
        ...(before && { before }),
      }),
    )
  test('into an object, by rules and by the default of what is around both', () => {
    const moved = move('size', 'db')
    expect(moved).toContain('default: {db: {port: 1, size: small}} # all of it')
    expect(moved).toContain("self.db.size != 'size' && has(self.db.size)")
    expect(moved).toContain('fieldPath: .db.size')
    expect(moved).toContain('self.db.size == oldSelf.db.size')
    expect(moved).not.toContain('size: large')
  })
  test('out of one', () => {
    const moved = move('db.port', '')
    expect(moved).toContain('default: {size: small, db: {}, port: 1} # all of it')
    expect(moved).toContain('self.port > 0')
  })
})

describe('what stands around the schema', () => {
  const columns = `          additionalPrinterColumns:
            - {name: Size, type: string, jsonPath: .spec.size} # shown
            - {name: Port, type: string, JSONPath: .spec.db.port}
          selectableFields:
            - jsonPath: .spec.size
`
  const texts = {
    [PROMISE_FILE]: promiseWith(SCHEMA).replace(
      '          schema:\n',
      `${columns}          schema:\n`,
    ),
    'example-resource.yaml': `apiVersion: mygroup.org/v1alpha1
kind: Redis
metadata: {name: a}
spec:
  # the usual
  size: small
  users: []
`,
  }
  test('follows, and so do requests', () => {
    const renamed = textsAfter(texts, renameProperty(property('size'), 'tier'))
    expect(renamed[PROMISE_FILE]).toContain(columns.replaceAll('.size', '.tier'))
    const moved = textsAfter(
      texts,
      moveProperty(property('size'), { parent: [...property('db'), 'properties'] }),
    )
    expect(moved[PROMISE_FILE]).toContain(columns.replaceAll('.size', '.db.size'))
    expect(moved['example-resource.yaml']).toContain(
      'spec:\n  users: []\n  db:\n    # the usual\n    size: small\n',
    )
  })
})
