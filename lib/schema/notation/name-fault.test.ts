import { expect, test } from 'vitest'
import { nameFault } from './name-fault'

test('brackets belong to the type', () => {
  const hint = 'A name holds no brackets: write users:object[] and indent what is in it below.'
  expect(nameFault('users[].name:string')).toBe(hint)
  expect(nameFault('users[]')).toBe(hint)
  expect(nameFault('[a]:string')).toBe('A name holds no brackets.')
  expect(nameFault('"a[b]":string')).toBeUndefined()
  expect(nameFault('users:object[]')).toBeUndefined()
  expect(nameFault('users=[1]')).toBeUndefined()
})

test('a space ends a name', () => {
  const said = 'A name holds no space unless it is in quotes: write myName, or "my name".'
  expect(nameFault('my name:string')).toBe(said)
  expect(nameFault('my name! : string')).toBe(said)
  expect(nameFault('my name=x')).toBe(said)
  expect(nameFault('my name')).toBe(said)
  expect(nameFault('"my name":string')).toBeUndefined()
})

test.each(['a', 'a !', 'a : string', 'a 1..63', 'a >0 <=9', 'a /b c/', 'a "b c: d"', 'a=b c', ''])(
  '%s is written well',
  (line) => {
    expect(nameFault(line)).toBeUndefined()
  },
)
