import { expect, test } from 'vitest'
import { NOTHING_DONE, type ProgramAnswer } from '@/lib/sandbox/call'
import { ProgramBook } from './program-book'

const step = 'resource/configure/instance/own' as const
const call = (key: string) => ({ key, step })
const answer = (more: Partial<ProgramAnswer> = {}): ProgramAnswer => ({
  ...NOTHING_DONE,
  ...more,
  end: { kind: 'exit', code: 0 },
})

test('what a program did is remembered by its call, until its step is to run again', () => {
  const book = new ProgramBook()
  book.note(call('a'), answer())
  expect(Object.keys(book.answers)).toEqual(['a'])
  book.forget('resource/configure/instance/other')
  expect(Object.keys(book.answers)).toEqual(['a'])
  book.forget(step)
  expect(book.answers).toEqual({})
})

test('a step whose program took more than a second is slow, until it is quick', () => {
  const book = new ProgramBook()
  book.note(call('a'), answer({ took: 1001 }))
  expect(book.isSlow(step)).toBe(true)
  book.note(call('b'), answer({ took: 3 }))
  expect(book.isSlow(step)).toBe(false)
})

test('old answers go when there is too much; the latest stays however large it is', () => {
  const book = new ProgramBook()
  const large = answer({ output: [['a.yaml', 'x'.repeat(5_000_000)]] })
  book.note(call('a'), large)
  book.note(call('b'), large)
  expect(Object.keys(book.answers)).toEqual(['b'])
  for (let n = 0; n < 60; n++) book.note(call(`${n}`), answer())
  expect(Object.keys(book.answers)).toHaveLength(50)
})
