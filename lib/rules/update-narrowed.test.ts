import { expect, test } from 'vitest'
import { reportSchemaUpdate } from './testing'
import { updateNarrowed } from './update-narrowed'

const size = (schema: string) => `{type: object, properties: {size: {${schema}}}}`
const said = (before: string, now: string) =>
  reportSchemaUpdate(updateNarrowed, size(before), size(now)).map((line) => line.split(', so')[0])

test('an enum that loses a value', () => {
  expect(said('type: string, enum: [a]', 'type: string, enum: [a, b]')).toEqual([])
  expect(said('type: string, enum: [a, b]', 'type: string, enum: [b, c]')).toEqual([
    'properties.size.enum: spec.size no longer takes "a"',
  ])
  expect(said('type: string', 'type: string, enum: [a]')).toHaveLength(1)
})

test('bounds that come closer', () => {
  expect(said('type: integer, minimum: 2', 'type: integer, minimum: 1, maximum: 5')).toEqual([
    'properties.size.maximum: spec.size has the maximum 5 now (it was none)',
  ])
  expect(said('type: string, maxLength: 5', 'type: string, maxLength: 6')).toEqual([])
  expect(said('type: string, maxLength: 5', 'type: string, maxLength: 4')).toHaveLength(1)
  expect(
    said('type: integer, minimum: 2', 'type: integer, minimum: 2, exclusiveMinimum: true'),
  ).toHaveLength(1)
})

const SHORT = '{rule: "self.size() < 9"}'
const LONG = '{rule: "self.size() > 1"}'

test('a pattern, a format, null, a condition', () => {
  expect(said('type: string, pattern: a', 'type: string')).toEqual([])
  expect(said('type: string, pattern: a', 'type: string, pattern: b')).toHaveLength(1)
  expect(said('type: string', 'type: string, format: ipv4')).toHaveLength(1)
  expect(said('type: string, nullable: true', 'type: string')).toHaveLength(1)
  const rules = (list: string) => `type: string, x-kubernetes-validations: [${list}]`
  expect(said(rules(`${SHORT}, ${LONG}`), rules(LONG))).toEqual([])
  expect(said(rules(SHORT), rules(`${SHORT}, ${LONG}`))).toHaveLength(1)
})
