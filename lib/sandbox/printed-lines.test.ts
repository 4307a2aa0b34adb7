import { expect, test } from 'vitest'
import { LIMITS } from './call'
import { PrintedLines } from './printed-lines'
import { LINE } from './wire'

test('lines are kept as they come, also empty ones', () => {
  const printed = new PrintedLines()
  expect([`${LINE}one`, LINE, `${LINE}{"protocol":2}`].map((text) => printed.take(text))).toEqual([
    ...[true, true, true],
  ])
  expect(printed.lines).toEqual(['one', '', '{"protocol":2}'])
})

test('what is no line is not taken for one', () => {
  const printed = new PrintedLines()
  for (const other of ['{"protocol":2}', '', 'running', 5, null, { length: 1 }, [LINE]]) {
    expect(printed.take(other)).toBe(false)
  }
  expect(printed.lines).toEqual([])
})

test('no more lines are taken than a log may have', () => {
  const printed = new PrintedLines()
  for (let at = 0; at <= LIMITS.lines; at += 1) expect(printed.take(`${LINE}x`)).toBe(true)
  expect(printed.take(`${LINE}x`)).toBe(false)
  expect(printed.lines).toHaveLength(LIMITS.lines + 1)
})

test('no more characters are taken than a log may have', () => {
  const printed = new PrintedLines()
  expect(printed.take(LINE + 'x'.repeat(LIMITS.log * 2))).toBe(true)
  expect(printed.take(`${LINE}x`)).toBe(false)
})
