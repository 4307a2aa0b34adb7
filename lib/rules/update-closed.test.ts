import { expect, test } from 'vitest'
import { reportSchemaUpdate } from './testing'
import { updateClosed } from './update-closed'

const free = (schema: string) => `{type: object, properties: {free: {${schema}}}}`
const said = (before: string, now: string) =>
  reportSchemaUpdate(updateClosed, free(before), free(now))

test('an object that no longer keeps what it does not name', () => {
  const open = 'type: object, x-kubernetes-preserve-unknown-fields: true'
  const map = 'type: object, additionalProperties: {type: string}'
  const closed = 'type: object, properties: {a: {type: string}}'
  expect(said(open, map)).toEqual([])
  expect(said(closed, open)).toEqual([])
  expect(said(open, closed)).toEqual([
    'properties.free.x-kubernetes-preserve-unknown-fields: spec.free kept fields that the schema does not name; now they are dropped.',
  ])
  expect(said(map, closed)).toHaveLength(1)
})
