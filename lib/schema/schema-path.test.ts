import { expect, test } from 'vitest'
import { schemaPathTo } from './schema-path'

const schema = {
  properties: {
    ports: { items: { properties: { name: { type: 'string' } } } },
    labels: { additionalProperties: { properties: { a: {} } } },
  },
}

test('a place in a value leads to the schema that speaks of it', () => {
  expect(schemaPathTo(schema, [])).toEqual([])
  expect(schemaPathTo(schema, ['ports', 0, 'name'])).toEqual([
    'properties',
    'ports',
    'items',
    'properties',
    'name',
  ])
  expect(schemaPathTo(schema, ['labels', 'x', 'a'])).toEqual([
    'properties',
    'labels',
    'additionalProperties',
    'properties',
    'a',
  ])
})

test('what the schema does not know leads to the object that holds it', () => {
  expect(schemaPathTo(schema, ['ports', 0, 'other'])).toEqual(['properties', 'ports', 'items'])
  expect(schemaPathTo(schema, ['toString'])).toEqual([])
  expect(schemaPathTo(undefined, ['a'])).toEqual([])
})
