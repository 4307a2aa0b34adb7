import { expect, test } from 'vitest'
import { readValueText, valueText } from './value-text'

const either = { 'x-kubernetes-int-or-string': true }

test.each([
  ['80', 80],
  ['http', 'http'],
  ['"80"', '80'],
  ['"\\"x\\""', '"x"'],
  ['1.5', '1.5'],
])('%s as an integer or a string is %j, and is shown so again', (text, value) => {
  expect(readValueText(text, either)).toEqual({ ok: true, value })
  expect(valueText(value, either)).toBe(text)
})

test('structures are YAML as the cluster reads it', () => {
  const list = { type: 'array', items: {} }
  expect(readValueText('- yes\n- 010', list)).toEqual({ ok: true, value: [true, 8] })
  expect(readValueText('{a: 1}', { type: 'object' })).toEqual({ ok: true, value: { a: 1 } })
  expect(readValueText('a: 1', list)).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/not a list/),
  })
  expect(readValueText('[a]', { type: 'object' })).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/object/),
  })
  expect(readValueText('a: [1', { type: 'object' })).toMatchObject({
    reason: expect.stringMatching(/^Line 1: /),
  })
  expect(readValueText('*a', list)).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/anchor/),
  })
  expect(readValueText('a: 1\n---\nb: 2', { type: 'object' })).toMatchObject({ ok: false })
  expect(readValueText('- "a', {})).toMatchObject({ ok: false })
})

test('scalars are read by the type', () => {
  expect(readValueText('1', { type: 'string' })).toEqual({ ok: true, value: '1' })
  expect(readValueText('x', { type: 'integer' })).toMatchObject({ ok: false })
})

test.each(['', '""', '"a"', ' a'])('the string %j is shown as what reads back as it', (value) => {
  const text = valueText(value, { type: 'string' })
  expect(text).not.toBe('')
  expect(readValueText(text, { type: 'string' })).toEqual({ ok: true, value })
})

test('a block at the end has its line break, as it has in the file', () => {
  expect(readValueText('- |\n  a', { type: 'array' })).toEqual({ ok: true, value: ['a\n'] })
})
