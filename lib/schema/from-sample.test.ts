import { expect, test } from 'vitest'
import { fromSamples } from './from-sample'

test('a request gives the properties of its spec', () => {
  const sample = {
    apiVersion: 'example.org/v1',
    kind: 'Redis',
    metadata: { name: 'a' },
    spec: {
      size: 'small',
      replicas: 3,
      ratio: 0.5,
      on: true,
      at: '2025-01-01T00:00:00Z',
      tags: ['a'],
      users: [{ name: 'a', id: 1 }, { name: 'b' }],
      none: null,
      empty: {},
      nothing: [],
    },
  }
  const open = { 'x-kubernetes-preserve-unknown-fields': true }
  expect(fromSamples([sample])).toEqual({
    required: ['size', 'replicas', 'ratio', 'on', 'at', 'tags', 'users', 'empty'],
    properties: {
      size: { type: 'string' },
      replicas: { type: 'integer' },
      ratio: { type: 'number' },
      on: { type: 'boolean' },
      at: { type: 'string', format: 'date-time' },
      tags: { type: 'array', items: { type: 'string' } },
      users: {
        type: 'array',
        items: {
          type: 'object',
          required: ['name'],
          properties: { name: { type: 'string' }, id: { type: 'integer' } },
        },
      },
      none: open,
      empty: { type: 'object', ...open },
      nothing: { type: 'array', items: open },
    },
  })
})

test('several samples agree on types, and what one lacks is optional', () => {
  const samples = [
    { port: 80, ratio: 1, a: null, list: [], mixed: { b: 1 } },
    { port: 'http', ratio: 1.5, a: 'x', list: [1], mixed: true, more: {} },
  ]
  const { properties, required } = fromSamples(samples)
  expect(required).toEqual(['port', 'ratio', 'a', 'list', 'mixed'])
  expect(properties).toMatchObject({
    port: { 'x-kubernetes-int-or-string': true },
    ratio: { type: 'number' },
    a: { type: 'string', nullable: true },
    list: { type: 'array', items: { type: 'integer' } },
    mixed: { 'x-kubernetes-preserve-unknown-fields': true },
  })
  expect(fromSamples(['text', null])).toEqual({ properties: {}, required: [] })
})
