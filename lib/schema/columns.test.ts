import { expect, test } from 'vitest'
import { columnChoices, selectableChoices } from './columns'

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
