import { expect, test } from 'vitest'
import { schemaAt } from './schema-at'

const schema = {
  type: 'object',
  required: ['a'],
  properties: {
    a: {
      type: 'object',
      properties: { b: { type: 'string' }, c: { type: 'string', default: 'x' } },
    },
    n: { type: 'string', default: 'x', nullable: true },
    open: { type: 'object', additionalProperties: { type: 'string' } },
  },
}
const at = (...names: string[]) => schemaAt(schema, names)

test('says what is declared, and whether it is always there', () => {
  expect(at('a')).toMatchObject({ kind: 'declared', always: true })
  expect(at('a', 'b')).toMatchObject({
    kind: 'declared',
    always: false,
    schema: { type: 'string' },
  })
  expect(at('a', 'c')).toMatchObject({ kind: 'declared', always: true })
  expect(at('n')).toMatchObject({ kind: 'declared', always: false })
})

test('knows what is open and what the API server drops', () => {
  expect(at('open', 'x')).toEqual({ kind: 'open' })
  expect(at('x')).toEqual({ kind: 'absent' })
  expect(at('a', 'b', 'c')).toEqual({ kind: 'absent' })
  expect(at('__proto__')).toEqual({ kind: 'absent' })
  expect(schemaAt(undefined, ['x'])).toEqual({ kind: 'open' })
})
