import { expect, test } from 'vitest'
import { carryRange } from './carry-range'

const text = 'one\ntwo size\nthree\nfour size\nfive\n'
const at = (whole: string, word: string, nth = 0) => {
  let from = whole.indexOf(word)
  for (let i = 0; i < nth; i++) from = whole.indexOf(word, from + 1)
  return { from, to: from + word.length }
}

test('a range moves with the lines before it, also between two changes', () => {
  expect(carryRange(text, text, at(text, 'size'))).toEqual(at(text, 'size'))
  const above = `new\n${text}`
  expect(carryRange(text, above, at(text, 'size'))).toEqual(at(above, 'size'))
  const around = text.replace('one', '1\n1').replace('five\n', 'V\nVI\n')
  expect(carryRange(text, around, at(text, 'size', 1))).toEqual(at(around, 'size', 1))
  const crlf = `\ufeff${text.replaceAll('\n', '\r\n')}`
  expect(carryRange(text, crlf, at(text, 'size', 1))).toEqual(at(crlf, 'size', 1))
})

test('a range is gone with its line', () => {
  const changed = text.replace('two size', 'two tier')
  expect(carryRange(text, changed, at(text, 'size'))).toBeUndefined()
  expect(carryRange(text, changed, at(text, 'size', 1))).toEqual(at(changed, 'size'))
  expect(carryRange(text, text.replace('four size\n', ''), at(text, 'size', 1))).toBeUndefined()
  expect(carryRange(text, '', at(text, 'size'))).toBeUndefined()
})
