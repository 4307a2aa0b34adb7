import { expect, test } from 'vitest'
import { levelOf, schemaLevels } from './levels'

const nested = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string', pattern: 'a' } },
  },
}

test('the levels of a list of maps of lists', () => {
  const levels = schemaLevels(nested, ['p'])
  expect(levels.map(({ label }) => label)).toEqual([
    'Itself',
    'Items',
    'Values of items',
    'Items of values of items',
  ])
  expect(levels.at(-1)?.path).toEqual(['p', 'items', 'additionalProperties', 'items'])
  expect(levels.at(-1)?.schema).toBe(nested.items.additionalProperties.items)
})

test('a scalar and an object with properties have one level', () => {
  expect(schemaLevels({ type: 'string' }, ['p'])).toHaveLength(1)
  expect(schemaLevels({ type: 'object', properties: {}, items: {} }, ['p'])).toHaveLength(1)
})

test('a place belongs to the deepest level around it', () => {
  const levels = schemaLevels(nested, ['p'])
  expect(levelOf(levels, ['p', 'items', 'additionalProperties', 'maxItems'])).toBe(2)
  expect(levelOf(levels, ['p', 'default', 0])).toBe(0)
  expect(levelOf(levels, ['q', 'items'])).toBe(0)
})
