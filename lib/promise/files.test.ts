import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FileContent } from './files'

const texts = fc.string({ unit: 'grapheme-composite', maxLength: 40 })

describe('a text that is kept as it differs from another', () => {
  test('is the same text with the same bytes and the same hash', () => {
    fc.assert(
      fc.property(texts, texts, texts, fc.nat(), (before, insert, after, at) => {
        const text = before + insert + after
        const cut = at % (text.length + 1)
        // In the middle of a pair, too: two texts may differ in half of one.
        const other = FileContent.fromText(text.slice(0, cut) + after + text.slice(cut))
        const content = FileContent.fromText(text)
        const { hash } = FileContent.fromText(text)
        content.keepLike(other)
        expect(content.equals(FileContent.fromText(text))).toBe(true)
        content.keepLike(other)
        expect(content.size).toBe(new TextEncoder().encode(text.toWellFormed()).length)
        content.keepLike(other)
        expect(content.hash).toBe(hash)
        content.keepLike(other)
        expect(content.text).toBe(text.toWellFormed())
      }),
    )
  })

  test('stays itself along a chain of many', () => {
    const all = Array.from({ length: 900 }, (_, i) =>
      FileContent.fromText(`a text that is long enough: ${'x'.repeat(400)} ${i}`),
    )
    for (const [i, content] of all.entries()) {
      const next = all[i + 1]
      if (next) content.keepLike(next)
    }
    expect(all[0]?.text).toMatch(/ 0$/)
    expect(all[450]?.text).toMatch(/ 450$/)
  })

  test('leaves bytes alone that are no text', () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0])
    const content = FileContent.fromBytes(bytes)
    content.keepLike(FileContent.fromText('a'))
    expect(content.bytes).toEqual(bytes)
    expect(content.text).toBeNull()
  })
})
