import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goComment, goLiteral, goName, goString } from './go'

const anyText = fc.string({ unit: 'binary' })

/** Reads a Go string literal that uses no escapes but those of `goString`. */
function readGo(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|(.))/g, (_, short, long, char) =>
      char
        ? ({ n: '\n', t: '\t' }[char as 'n' | 't'] ?? char)
        : String.fromCodePoint(Number.parseInt(short ?? long, 16)),
    )
}

describe('a Go string', () => {
  test('says exactly the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readGo(goString(text))).toBe(text.toWellFormed())
      }),
    )
  })

  test('is one line of visible characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(goString(text)).toMatch(/^"(?:[^"\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\\.)*"$/u)
      }),
    )
    expect(goString('a"b\\c\n`\u2028\ufeff${x}')).toBe('"a\\"b\\\\c\\n`\\u2028\\ufeff${x}"')
  })
})

test('a Go number fits an int of 32 bits or says its type', () => {
  expect([0, -0, 2147483647, 2147483648, -2147483648, 0.5, 1e-7].map(goLiteral)).toEqual([
    '0',
    '0',
    '2147483647',
    'int64(2147483648)',
    'int64(-2147483648)',
    '0.5',
    '1e-7',
  ])
})

test('a Go comment is one line whatever the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(goComment('Size:', text)).toMatch(/^\/\/ Size:[^\p{Cc}\u2028\u2029]*\n$/u)
    }),
  )
})

test('a Go name is made of letters and digits', () => {
  expect(['size', 'max-size', 'a.b/c', '3d', 'größe', '*/'].map(goName)).toEqual([
    'Size',
    'MaxSize',
    'ABC',
    '3d',
    'GrE',
    '',
  ])
})
