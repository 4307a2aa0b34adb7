import { expect, test } from 'vitest'
import { reportSchemaUpdate } from './testing'
import { updateTypes } from './update-types'

const size = (schema: string) => `{type: object, properties: {size: {${schema}}}}`
const said = (before: string, now: string) =>
  reportSchemaUpdate(updateTypes, size(before), size(now))

test('stored values keep their type', () => {
  expect(said('type: string', 'type: string, pattern: a')).toEqual([])
  expect(said('type: string', 'type: integer')).toEqual([
    'properties.size.type: spec.size was of type string and is of type integer, so stored values no longer fit.',
  ])
  expect(said('type: string', 'type: array, items: {type: string}')).toHaveLength(1)
  expect(said('type: number', 'type: integer')).toHaveLength(1)
  expect(said('type: integer', 'type: number')[0]).toContain('fractions')
})

test('a type that takes more keeps what is stored', () => {
  expect(said('type: string', 'x-kubernetes-int-or-string: true')).toEqual([])
  expect(said('type: string', 'x-kubernetes-preserve-unknown-fields: true')).toEqual([])
  expect(said('x-kubernetes-int-or-string: true', 'type: string')).toHaveLength(1)
})
