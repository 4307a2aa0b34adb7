import { expect, test } from 'vitest'
import {
  AGE_COLUMN,
  columnChoices,
  columnMeant,
  KRATIX_COLUMNS,
  selectableChoices,
} from './columns'

const schema = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      properties: {
        size: { type: 'string', enum: ['small', 'large'] },
        until: { type: 'string', format: 'date-time' },
        port: { 'x-kubernetes-int-or-string': true },
        db: { type: 'object', properties: { replicas: { type: 'integer' } } },
        'a.b': { type: 'boolean' },
        'a b': { type: 'string' },
        tags: { type: 'array', items: { type: 'string' } },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
      },
    },
    status: { type: 'object', properties: { phase: { type: 'string' } } },
  },
}

test('every scalar of spec can be a column, with the type that shows it best', () => {
  expect(columnChoices(schema)).toEqual([
    { name: 'size', type: 'string', jsonPath: '.spec.size' },
    { name: 'until', type: 'date', jsonPath: '.spec.until' },
    { name: 'port', type: 'string', jsonPath: '.spec.port' },
    { name: 'replicas', type: 'integer', jsonPath: '.spec.db.replicas' },
    { name: 'a.b', type: 'boolean', jsonPath: '.spec.a\\.b' },
  ])
})

test('requests are selected by strings, booleans and integers that a plain path names', () => {
  expect(selectableChoices(schema)).toEqual([
    '.spec.size',
    '.spec.until',
    '.spec.db.replicas',
    '.spec.a b',
  ])
})

test('a schema that says nothing offers nothing', () => {
  expect(columnChoices(undefined)).toEqual([])
  expect(selectableChoices({ properties: { spec: null } })).toEqual([])
})

test('a name or a path without its first dot is taken for the one that it fits', () => {
  const choices = [...columnChoices(schema), AGE_COLUMN, ...KRATIX_COLUMNS]
  const meant = (text: string) => {
    const found = columnMeant(text, choices)
    return 'column' in found ? found.column.jsonPath : found.reason
  }
  expect(meant('size')).toBe('.spec.size')
  expect(meant('spec.size')).toBe('.spec.size')
  expect(meant('db.replicas')).toBe('.spec.db.replicas')
  expect(meant('replicas')).toBe('.spec.db.replicas')
  expect(meant('a.b')).toBe('.spec.a\\.b')
  expect(meant('message')).toBe('.status.message')
  expect(meant('Age')).toBe('.metadata.creationTimestamp')
  expect(meant('repl')).toBe('What fits: .spec.db.replicas.')
  expect(meant('tags')).toBe(
    'No single value is called "tags"; a path of your own begins with ".".',
  )
})

test('a name that several fields bear is not guessed', () => {
  const port = { type: 'object', properties: { port: { type: 'integer' } } }
  const spec = { type: 'object', properties: { a: port, b: port } }
  const choices = columnChoices({ properties: { spec } })
  expect(columnMeant('port', choices)).toEqual({
    reason: 'What fits: .spec.a.port, .spec.b.port.',
  })
})
