import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDefault, parseDefault } from './parse-default'

test('each type reads the texts that mean a value of it', () => {
  expect(parseDefault('yes', 'string')).toEqual({ ok: true, value: 'yes' })
  expect(parseDefault(' 3 ', 'integer')).toEqual({ ok: true, value: 3 })
  expect(parseDefault('-0', 'integer')).toEqual({ ok: true, value: 0 })
  expect(parseDefault('010', 'integer')).toEqual({ ok: true, value: 10 })
  expect(parseDefault('1e3', 'number')).toEqual({ ok: true, value: 1000 })
  expect(parseDefault('true', 'boolean')).toEqual({ ok: true, value: true })
  expect(parseDefault('["a"]', 'list')).toEqual({ ok: true, value: ['a'] })
  expect(parseDefault('80', 'int-or-string')).toEqual({ ok: true, value: 80 })
  expect(parseDefault('http', 'int-or-string')).toEqual({ ok: true, value: 'http' })
  expect(parseDefault('[1]', 'free-form')).toEqual({ ok: true, value: [1] })
  expect(parseDefault('{"a": 1}', 'map')).toEqual({ ok: true, value: { a: 1 } })
  expect(parseDefault('{"a": 1}', 'object')).toEqual({ ok: true, value: { a: 1 } })
})

test('an enum takes its own values, with their type', () => {
  const sizes = { enum: ['small', 'large'], itemType: 'string' } as const
  expect(parseDefault('small', 'enum', sizes)).toEqual({ ok: true, value: 'small' })
  expect(parseDefault('huge', 'enum', sizes)).toEqual({
    ok: false,
    reason: '"huge" is not one of "small", "large".',
  })
  const levels = { enum: [1, 2], itemType: 'integer' } as const
  expect(parseDefault('2', 'enum', levels)).toEqual({ ok: true, value: 2 })
})

test('everything else gets a sentence', () => {
  const cases = [
    ['yes', 'boolean'],
    ['1.5', 'integer'],
    ['0x10', 'integer'],
    ['9007199254740993', 'integer'],
    ['1e999', 'number'],
    ['.', 'number'],
    ['NaN', 'number'],
    ['', 'integer'],
    ['a, b', 'list'],
    ['[]', 'object'],
    ['{}', 'list'],
    ['[]', 'map'],
    ['a', 'free-form'],
    ['1', 'embedded-resource'],
  ] as const
  for (const [text, type] of cases) {
    expect(parseDefault(text, type)).toEqual({ ok: false, reason: expect.stringMatching(/\.$/) })
  }
})

test('a shown default reads back as the same value', () => {
  const values = [
    ['string', fc.string()],
    ['integer', fc.maxSafeInteger()],
    ['number', fc.double({ noDefaultInfinity: true, noNaN: true })],
    ['boolean', fc.boolean()],
    ['list', fc.array(fc.string())],
  ] as const
  for (const [type, arbitrary] of values) {
    fc.assert(
      fc.property(arbitrary as fc.Arbitrary<unknown>, (value) => {
        const wanted = Object.is(value, -0) ? 0 : value
        expect(parseDefault(formatDefault(wanted), type)).toEqual({ ok: true, value: wanted })
      }),
    )
  }
})
