import { expect, it } from 'vitest'
import { sameBut } from './same-but'

const items = { type: 'string' }

it('takes two schemas for the same while only the named keyword has another value', () => {
  const schema = { type: 'array', description: 'a', items }
  expect(sameBut('description', schema, { type: 'array', description: 'b', items })).toBe(true)
  expect(sameBut('type', schema, { type: 'array', description: 'b', items })).toBe(false)
  expect(sameBut('description', schema, { type: 'object', description: 'a', items })).toBe(false)
  expect(sameBut('description', schema, { ...schema, items: { type: 'integer' } })).toBe(false)
})

it('sees keywords that come, go and change places', () => {
  const schema = { type: 'string', description: 'a' }
  expect(sameBut('description', schema, { type: 'string' })).toBe(false)
  expect(sameBut('description', { type: 'string' }, schema)).toBe(false)
  expect(sameBut('description', schema, { description: 'a', type: 'string' })).toBe(false)
  expect(sameBut('description', schema, { ...schema, format: 'date' })).toBe(false)
})
