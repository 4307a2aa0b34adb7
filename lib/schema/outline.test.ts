import { expect, test } from 'vitest'
import { additionsTo } from './new-properties'
import { addedRows, outlineOf } from './outline'

const facts = (schema: Record<string, unknown>) =>
  outlineOf({ properties: { a: schema }, required: [] })[0]?.facts

test('bounds say whether they are themselves inside', () => {
  expect(facts({ type: 'integer', minimum: 3 })).toBe('3..')
  expect(facts({ type: 'integer', minimum: 3, exclusiveMinimum: true })).toBe('>3..')
  expect(
    facts({
      type: 'number',
      minimum: 0,
      maximum: 1,
      exclusiveMinimum: false,
      exclusiveMaximum: true,
    }),
  ).toBe('0..<1')
  expect(facts({ type: 'string', maxLength: 5 })).toBe('..5 characters')
})

test('null is said', () => {
  expect(facts({ type: 'string', pattern: '^a', nullable: true })).toBe('/^a/, nullable')
})

test('what comes is what is not there, with all that is below it', () => {
  const text = { type: 'string' }
  const db = (names: readonly string[]) => ({
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, text])),
  })
  const wanted = {
    properties: { size: text, db: db(['host', 'port']), x: db(['y']) },
    required: [],
  }
  const holder = { properties: { size: text, db: db(['host']) } }
  const rows = addedRows(outlineOf(wanted), additionsTo(holder, wanted).additions)
  expect(rows.map(({ names }) => names.join('.'))).toEqual(['db.port', 'x', 'x.y'])
})
