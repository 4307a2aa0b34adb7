import { expect, test } from 'vitest'
import { displayPath } from '@/lib/promise/path'
import { walkSchema } from './walk'

test('visits a schema and all below it, parents first, with their places', () => {
  const leaf = { type: 'string' }
  const schema = {
    properties: { a: { items: { properties: { b: leaf } } }, c: { additionalProperties: leaf } },
    oneOf: [{ properties: { d: leaf } }],
  }
  expect([...walkSchema(schema, ['s'])].map(({ path }) => displayPath(path))).toEqual([
    's',
    's.properties.a',
    's.properties.a.items',
    's.properties.a.items.properties.b',
    's.properties.c',
    's.properties.c.additionalProperties',
  ])
})

test('what is no schema has nothing to visit', () => {
  expect([...walkSchema('x', [])]).toEqual([])
  expect([...walkSchema({ properties: { a: null } }, [])]).toHaveLength(1)
})

test('a schema that holds itself ends', () => {
  const ring: Record<string, unknown> = {}
  ring.items = ring
  expect([...walkSchema(ring, [])].length).toBeLessThan(100)
})
