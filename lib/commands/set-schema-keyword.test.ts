import { expect, test } from 'vitest'
import { PROMISE_FILE } from '@/lib/promise/files'
import { valueAt } from '@/lib/promise/path'
import { parseYaml } from '@/lib/yaml/document'
import { setEmbeddedResource } from './set-embedded-resource'
import { setImmutable } from './set-immutable'
import { setListMapKeys, setListType } from './set-list-type'
import { setKeywordSource, setSchemaKeyword } from './set-schema-keyword'
import { refusal } from './testing'
import { promiseWith, property, SIZE, schemaAfter } from './testing-schema'

const size = property('size')
const tls = property('tls')

const USERS = `type: object
properties:
  spec:
    type: object
    properties:
      users:
        type: array
        items: # each of them
          type: object
          properties:
            name:
              type: string
            uid: {type: integer, default: 1}
`
const users = property('users')

test('a new keyword stands where a reader looks for it, before what holds other schemas', () => {
  expect(schemaAfter(SIZE, setSchemaKeyword(size, 'minLength', 1))).toBe(
    SIZE.replace('default: small\n', 'default: small\n        minLength: 1\n'),
  )
  expect(schemaAfter(SIZE, setSchemaKeyword(size, 'format', 'date'))).toContain(
    'type: string\n        format: date\n        enum:',
  )
  expect(schemaAfter(SIZE, setSchemaKeyword(tls, 'x-acme', true))).toContain(
    'type: object\n        x-acme: true\n        properties:\n          enabled:',
  )
})

test('removes a keyword, and nothing where there is none', () => {
  const withMaximum = schemaAfter(SIZE, setSchemaKeyword(size, 'maxLength', 9))
  expect(schemaAfter(withMaximum, setSchemaKeyword(size, 'maxLength', undefined))).toBe(SIZE)
  expect(schemaAfter(SIZE, setSchemaKeyword(size, 'maxLength', undefined))).toBe(SIZE)
})

test('reaches items and values, and refuses a schema that is gone', () => {
  const items = [...users, 'items']
  expect(schemaAfter(USERS, setSchemaKeyword(items, 'title', 'A user'))).toContain(
    'items: # each of them\n          type: object\n          title: A user\n',
  )
  const texts = { [PROMISE_FILE]: promiseWith(SIZE) }
  expect(refusal(texts, setSchemaKeyword(items, 'title', 'A user'))).toContain('no such property')
})

test('of an object default only what differs is touched: comments stay', () => {
  const before = SIZE.replace(
    'tls:\n        type: object\n',
    'tls:\n        type: object\n        default: # off\n          enabled: false # at first\n',
  )
  expect(schemaAfter(before, setSchemaKeyword(tls, 'default', { enabled: false, days: 3 }))).toBe(
    before.replace('# at first\n', '# at first\n          days: 3\n'),
  )
})

test('a value as YAML text is kept as it is written', () => {
  const source = '# one of the two\n- required: [a] # first\n- required:\n    - b'
  const once = schemaAfter(SIZE, setKeywordSource(tls, 'oneOf', source))
  expect(once).toContain(`
        oneOf:
          # one of the two
          - required: [a] # first
          - required:
              - b
        properties:`)
  const twice = schemaAfter(once, setKeywordSource(tls, 'oneOf', `${source} # second`))
  expect(twice).toBe(once.replace('- b\n', '- b # second\n'))
})

test('a list becomes a map with its likeliest key, which every item then has', () => {
  const map = schemaAfter(USERS, setListType(users, 'map'))
  expect(map).toContain(
    'x-kubernetes-list-type: map\n        x-kubernetes-list-map-keys:\n          - name\n        items: # each of them',
  )
  expect(map).toContain('required:\n            - name\n          properties:')
  expect(schemaAfter(map, setListType(users, 'map'))).toBe(map)
  const keyed = schemaAfter(map, setListMapKeys(users, ['name', 'uid']))
  expect(valueAt(parseYaml(keyed)[0]?.value(), [...users.slice(7), 'items', 'required'])).toEqual([
    'name',
  ])
  expect(keyed).toContain('- name\n          - uid\n')
  const set = schemaAfter(keyed, setListType(users, 'set'))
  expect(set).toContain('x-kubernetes-list-type: set\n        items:')
  expect(schemaAfter(set, setListType(users, undefined))).not.toContain('x-kubernetes')
})

test('immutability is one rule more, and gone with its list', () => {
  const on = schemaAfter(SIZE, setImmutable(size, true))
  expect(on).toContain('x-kubernetes-validations:\n          - rule: self == oldSelf\n')
  expect(schemaAfter(on, setImmutable(size, true))).toBe(on)
  expect(schemaAfter(on, setImmutable(size, false))).toBe(SIZE)
})

test('immutability that is written otherwise is taken away alone', () => {
  const own = SIZE.replace(
    'default: small\n',
    `default: small
        x-kubernetes-validations:
          - rule: self != 'x' # why
          - rule: "( oldSelf == self )"
`,
  )
  expect(schemaAfter(own, setImmutable(size, true))).toBe(own)
  expect(schemaAfter(own, setImmutable(size, false))).toBe(
    own.replace('          - rule: "( oldSelf == self )"\n', ''),
  )
})

test('an embedded resource without properties keeps unknown fields', () => {
  const bare = SIZE.replace(/(tls:\n +type: object\n)[\s\S]*/, '$1')
  const embedded = schemaAfter(bare, setEmbeddedResource(tls, true))
  expect(embedded).toContain('preserve-unknown-fields: true\n        x-kubernetes-embedded')
  const withProperties = schemaAfter(SIZE, setEmbeddedResource(tls, true))
  expect(withProperties).not.toContain('preserve-unknown-fields')
  expect(schemaAfter(withProperties, setEmbeddedResource(tls, false))).toBe(SIZE)
})
