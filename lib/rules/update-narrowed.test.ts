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

test('a branch less of anyOf refuses more, a branch more does not', () => {
  const any = (list: string) => `type: integer, anyOf: [${list}]`
  expect(said(any('{minimum: 5}, {maximum: 2}'), any('{minimum: 5}'))).toHaveLength(1)
  expect(said(any('{minimum: 5}'), any('{minimum: 5}, {maximum: 2}'))).toEqual([])
  expect(said(any('{minimum: 5}, {maximum: 2}'), any('{maximum: 2}, {minimum: 5}'))).toEqual([])
  expect(said('type: integer', any('{minimum: 5}'))).toHaveLength(1)
  expect(said(any('{minimum: 5}'), 'type: integer')).toEqual([])
  expect(said(any('{minimum: 5}'), any(''))).toEqual([])
})

test('any other oneOf may refuse, since a value must fit one alone', () => {
  const one = (list: string) => `type: integer, oneOf: [${list}]`
  expect(said(one('{minimum: 5}, {maximum: 2}'), one('{minimum: 5}'))).toHaveLength(1)
  expect(said(one('{minimum: 5}'), one('{minimum: 5}, {maximum: 9}'))).toHaveLength(1)
  expect(said(one('{minimum: 5}, {maximum: 2}'), one('{maximum: 2}, {minimum: 5}'))).toEqual([])
  expect(said(one('{minimum: 5}'), 'type: integer')).toEqual([])
})

test('one more of allOf, another not', () => {
  expect(
    said('type: integer, allOf: [{minimum: 5}]', 'type: integer, allOf: [{maximum: 7}]'),
  ).toHaveLength(1)
  expect(said('type: integer, not: {minimum: 5}', 'type: integer, not: {minimum: 4}')).toHaveLength(
    1,
  )
  expect(said('type: integer, not: {minimum: 5}', 'type: integer')).toEqual([])
})

test('a rule says the same with another message', () => {
  const rules = (item: string) => `type: string, x-kubernetes-validations: [${item}]`
  const other = rules('{rule: "self.size() < 9", message: too long, reason: FieldValueInvalid}')
  expect(said(rules(SHORT), other)).toEqual([])
})

test('a format counts where the cluster checks it', () => {
  const format = (name: string) => `type: string, format: ${name}`
  expect(said('type: string', format('semver'))).toEqual([])
  expect(said('type: string', format('password'))).toEqual([])
  expect(said(format('datetime'), format('date-time'))).toEqual([])
  expect(said(format('uuid4'), format('uuid'))).toEqual([])
  expect(said(format('uuid'), format('uuid4'))).toHaveLength(1)
  expect(said(format('semver'), format('email'))).toHaveLength(1)
  expect(said('type: integer', 'type: integer, format: int64')).toEqual([])
  expect(said('type: integer, format: int32', 'type: integer, format: int64')).toEqual([])
  expect(said('type: integer, format: int64', 'type: integer, format: int32')).toHaveLength(1)
  expect(said('type: number', 'type: number, format: float')).toHaveLength(1)
})

test('multiples of a divisor are as many or more', () => {
  const multiple = (of: string, type = 'integer') => `type: ${type}, multipleOf: ${of}`
  expect(said(multiple('4'), multiple('2'))).toEqual([])
  expect(said(multiple('2'), multiple('4'))).toHaveLength(1)
  expect(said(multiple('4'), multiple('3'))).toHaveLength(1)
  expect(said('type: integer', multiple('1'))).toEqual([])
  expect(said('type: number', multiple('1', 'number'))).toHaveLength(1)
  expect(said(multiple('0.3', 'number'), multiple('0.1', 'number'))).toEqual([])
  // 3 is a multiple of 1.5 to the API server, which cuts 0.5 to 0 for it.
  expect(said(multiple('1.5', 'number'), multiple('0.5', 'number'))).toHaveLength(1)
})

test('integers above 0 are those from 1 on', () => {
  const above = 'minimum: 0, exclusiveMinimum: true'
  expect(said('type: integer, minimum: 1', `type: integer, ${above}`)).toEqual([])
  expect(said(`type: integer, ${above}`, 'type: integer, minimum: 1')).toEqual([])
  expect(said(`type: number, ${above}`, 'type: number, minimum: 1')).toHaveLength(1)
  expect(said('type: number, minimum: 1', `type: number, ${above}`)).toEqual([])
  expect(
    said('type: integer, maximum: 5', 'type: integer, maximum: 6, exclusiveMaximum: true'),
  ).toEqual([])
  expect(
    said('type: integer, maximum: 5', 'type: integer, maximum: 5, exclusiveMaximum: true'),
  ).toEqual(['properties.size.exclusiveMaximum: spec.size has exclusiveMaximum'])
  expect(said('type: integer', 'type: integer, exclusiveMinimum: true')).toEqual([])
  expect(said('type: string', 'type: string, minLength: 0')).toEqual([])
  expect(said('type: string', 'type: string, minLength: 1')).toHaveLength(1)
})
