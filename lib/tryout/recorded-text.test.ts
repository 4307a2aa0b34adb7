import { expect, test } from 'vitest'
import { recordedText } from './recorded-text'

test('a text comes with every letter, its byte order mark too', () => {
  const text = '\uFEFFname: "Zoë"\r\n'
  expect(recordedText('a.yaml', new TextEncoder().encode(text))).toBe(text)
})

test('a file that is no text is refused by its name', () => {
  const bytes = new Uint8Array([0x1f, 0x8b, 0x08, 0x00])
  expect(() => recordedText('output/chart.tgz', bytes)).toThrow('output/chart.tgz is no text')
})
