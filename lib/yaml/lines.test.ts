import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineIndex } from './lines'

test('lines end at every kind of line end', () => {
  const lines = lineIndex('a\r\nbc\rd\n')
  expect(lines.lineCount).toBe(4)
  expect(lines.positionAt(3)).toEqual({ line: 2, column: 1 })
  expect(lines.positionAt(6)).toEqual({ line: 3, column: 1 })
  expect(lines.positionAt(8)).toEqual({ line: 4, column: 1 })
})

test('a byte-order mark has no width', () => {
  const lines = lineIndex('\ufeffab')
  expect(lines.positionAt(0)).toEqual({ line: 1, column: 1 })
  expect(lines.positionAt(2)).toEqual({ line: 1, column: 2 })
  expect(lines.offsetAt({ line: 1, column: 1 })).toBe(1)
})

test('a place within a line end is the end of its line', () => {
  expect(lineIndex('a\r\nb').positionAt(2)).toEqual({ line: 1, column: 2 })
})

test('places outside the text become the nearest ones', () => {
  const lines = lineIndex('ab\ncd')
  expect(lines.offsetAt({ line: 1, column: 99 })).toBe(2)
  expect(lines.offsetAt({ line: 9, column: 1 })).toBe(5)
  expect(lines.offsetAt({ line: 0, column: 7 })).toBe(0)
  expect(lines.positionAt(99)).toEqual({ line: 2, column: 3 })
})

test('every offset between characters comes back', () => {
  const texts = fc
    .array(fc.constantFrom('a', 'é', '\r\n', '\n', '\r', ' '))
    .map((all) => all.join(''))
  fc.assert(
    fc.property(texts, fc.nat(), (text, n) => {
      const offset = n % (text.length + 1)
      fc.pre(!(text[offset] === '\n' && text[offset - 1] === '\r'))
      const lines = lineIndex(text)
      expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset)
    }),
  )
})
