import { expect, test } from 'vitest'
import { compareSchemas } from './compare'

const object = (properties: object, more = {}) => ({ type: 'object', properties, ...more })
const short = (before: unknown, after: unknown) =>
  compareSchemas(before, after).map(({ kind, at, keyword }) => [kind, at, keyword].join(' ').trim())

test('properties come and go, and keywords change, at any depth', () => {
  const before = object({
    spec: object({
      size: { type: 'string', default: 'small' },
      old: { type: 'string' },
      users: { type: 'array', items: object({ name: { type: 'string', maxLength: 8 } }) },
      labels: { type: 'object', additionalProperties: { type: 'string' } },
    }),
  })
  const after = object({
    spec: object(
      {
        size: { type: 'string', default: 'large' },
        users: { type: 'array', items: object({ name: { type: 'string', maxLength: 63 } }) },
        labels: { type: 'object', additionalProperties: { type: 'integer' } },
        tier: { type: 'string' },
      },
      { required: ['tier'] },
    ),
  })
  expect(short(before, after)).toEqual([
    'changed spec.size default',
    'removed spec.old',
    'changed spec.users[].name maxLength',
    'changed spec.labels.* type',
    'added spec.tier',
    'changed spec required',
  ])
  expect(compareSchemas(before, after)[0]).toEqual({
    at: 'spec.size',
    path: ['properties', 'spec', 'properties', 'size', 'default'],
    kind: 'changed',
    keyword: 'default',
    before: 'small',
    after: 'large',
  })
  expect(short(before, before)).toEqual([])
})

test('the order of keys and the kind of number make no difference', () => {
  const a = { type: 'integer', minimum: 1, description: 'x' }
  expect(short(a, { description: 'x', minimum: 1n, type: 'integer' })).toEqual([])
})

test('a property named like a keyword or a prototype is a property', () => {
  const before = object({ properties: { type: 'string' } })
  expect(short(before, object({ properties: { type: 'integer' } }))).toEqual([
    'changed properties type',
  ])
  const odd = object(Object.fromEntries([['__proto__', { type: 'string' }]]))
  expect(short(object({}), odd)).toEqual(['added __proto__'])
})

test('items that become another kind of thing are told whole', () => {
  expect(short({ items: { type: 'string' } }, { items: true })).toEqual(['changed  items'])
  expect(short(undefined, { type: 'object' })).toEqual(['changed  type'])
})
