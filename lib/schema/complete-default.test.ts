import { expect, test } from 'vitest'
import { completeDefault } from './complete-default'
import { misfit } from './misfit'

const schema = {
  type: 'object',
  required: ['size', 'nodes'],
  properties: {
    size: { type: 'string', default: 'small' },
    note: { type: 'string', default: 'x' },
    nodes: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['port'],
        properties: { port: { type: 'integer', minimum: 1 }, name: { type: 'string' } },
      },
    },
  },
}

test('a default gets every required child, at any depth, and keeps what it has', () => {
  const complete = completeDefault(schema, { nodes: [{ name: 'a' }] })
  expect(complete).toEqual({ nodes: [{ name: 'a', port: 1 }], size: 'small' })
  expect(misfit(schema, complete)).toBeUndefined()
  expect(misfit(schema, completeDefault(schema, {}))).toBeUndefined()
})

test('what lacks nothing stays the same value', () => {
  const whole = { size: 'large', nodes: [{ port: 2 }] }
  expect(completeDefault(schema, whole)).toBe(whole)
  expect(completeDefault({ type: 'string' }, 'a')).toBe('a')
})

test('a schema that asks for more values than anybody can use is filled as far as that goes', () => {
  // Each level asks for ten of the next, and each default for none of them: 10^8 values.
  let level: object = { type: 'string', default: 'x' }
  for (let depth = 0; depth < 8; depth++) {
    const names = Array.from({ length: 10 }, (_, i) => `p${i}`)
    const properties = Object.fromEntries(names.map((name) => [name, level]))
    level = { type: 'object', required: names, properties, default: {} }
  }
  const text = JSON.stringify(completeDefault(level, {}))
  expect(text.length).toBeGreaterThan(10_000)
  expect(text.length).toBeLessThan(1_000_000)
})
