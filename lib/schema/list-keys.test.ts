import { expect, test } from 'vitest'
import { keyChoices, likelyKey } from './list-keys'

const list = {
  type: 'array',
  'x-kubernetes-list-map-keys': ['uid', 'gone', 'more'],
  items: {
    type: 'object',
    required: ['host'],
    properties: {
      port: { 'x-kubernetes-int-or-string': true, default: 80 },
      uid: { type: 'string' },
      host: { type: 'string' },
      tag: { type: 'string', default: 'a', nullable: true },
      more: { type: 'object' },
    },
  },
}

test('offers the scalar fields of the items, and says what makes a key invalid', () => {
  expect(keyChoices(list)).toEqual([
    { name: 'port', chosen: false, fault: undefined },
    { name: 'uid', chosen: true, fault: 'optional' },
    { name: 'host', chosen: false, fault: undefined },
    { name: 'tag', chosen: false, fault: 'nullable' },
    { name: 'gone', chosen: true, fault: 'missing' },
    { name: 'more', chosen: true, fault: 'not-scalar' },
  ])
})

test('a field called name is the likeliest key, then one that can be', () => {
  expect(likelyKey(list)).toBe('port')
  const named = { items: { properties: { a: { type: 'string' }, name: { type: 'string' } } } }
  expect(likelyKey(named)).toBe('name')
  expect(likelyKey({ items: { type: 'string' } })).toBeUndefined()
})
