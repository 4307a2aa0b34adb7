import { expect, test } from 'vitest'
import { typed } from '@/components/ui/draft'
import type { ControlKind } from './control-kind'
import { meaningOfLine, reasonAgainst, valueOfLine } from './line-text'

const type = (text: string, value: string, kind: ControlKind) =>
  typed(text, value, {
    check: (one) => reasonAgainst(one, value, kind),
    means: (one) => meaningOfLine(one, kind),
  }).commits

test('an emptied number or amount waits for another one, and writes neither 0 nor ""', () => {
  expect(type('', '1000', 'integer')).toBe(false)
  expect(type(' ', '1000', 'integer')).toBe(false)
  expect(type('', '100m', 'quantity')).toBe(false)
  expect(reasonAgainst('', '1000', 'integer')).toContain('whole number')
  expect(type('2', '1000', 'integer')).toBe(true)
})

test('a field that says nothing may stay empty, and goes when Escape brings that back', () => {
  expect(reasonAgainst('', '', 'integer')).toBeUndefined()
  expect(reasonAgainst('', '', 'quantity')).toBeUndefined()
  expect(valueOfLine('', 'integer')).toBeUndefined()
  expect(valueOfLine(' ', 'quantity')).toBeUndefined()
})

test('a text may be empty, and stays as it is typed', () => {
  expect(type('', 'a', 'text')).toBe(true)
  expect(valueOfLine('', 'text')).toBe('')
  expect(valueOfLine(' a ', 'text')).toBe(' a ')
})

test('numbers and amounts are read without the spaces around them', () => {
  expect(valueOfLine(' 007 ', 'integer')).toBe(7)
  expect(type('007', '7', 'integer')).toBe(false)
  expect(valueOfLine(' 1Gi', 'quantity')).toBe('1Gi')
  expect(reasonAgainst('1.5', '', 'integer')).toBe('"1.5" is not an integer.')
  expect(reasonAgainst('1 GB', '', 'quantity')).toContain('is no amount')
})
