import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { printScalar, printYaml, YamlSource } from './edit'
import { documentOf } from './test-support'

const TRICKY = [
  'yes',
  'No',
  'on',
  'OFF',
  'y',
  'n',
  '~',
  'null',
  '',
  ' a',
  'a ',
  '1',
  '-1',
  '1.5',
  '1e3',
  '.5',
  '0777',
  '0o17',
  '0x1F',
  '0b1',
  '1_000',
  '1:30',
  '190:20:30',
  '2001-01-01',
  '2001-01-01T00:00:00Z',
  '=',
  '<<',
  '.inf',
  '-.INF',
  '.nan',
  'a: b',
  'a #b',
  'a:',
  ':a',
  '- a',
  '-',
  '---',
  '...',
  '? a',
  '?',
  '&a',
  '*a',
  '!a',
  '|',
  '>',
  '%a',
  '@a',
  '`a',
  '"a',
  "'a",
  '{a',
  '[a',
  '#a',
  ',a',
  ']',
  '}',
  'a\tb',
  'a\u0007b',
  'a\u0085b',
  'a\u2028b',
  '\ufeffa',
  'a\nb',
  'true',
  'NULL',
  '0_',
  '+1',
  '1.',
  '12e03',
  '-2.3e4',
  '0.1',
  '1__0',
  '.',
  '+.',
  '1_.',
]
const PLAIN = [
  'a',
  'a b',
  'v1.2.3',
  '1.2.3',
  '10Gi',
  '500m',
  'http://a:80/b',
  'a#b',
  'a:b',
  '-x',
  '--flag',
  './a',
  "it's",
  'a, b',
  'é',
  '😀',
  'yes sir',
  'ghcr.io/a/b:v1',
  '^[a-z]+$',
  'x=y',
  '/a',
  '1d',
]

describe('a string is written so that every reader takes it for that string', () => {
  const readers = (source: string) => [
    documentOf(source).value(),
    parse(source, { version: '1.1', schema: 'yaml-1.1' }),
    parse(source, { version: '1.2' }),
  ]

  test.each(TRICKY)('%j in quotes', (text) => {
    expect(printScalar(text)).toMatch(/^"/)
    expect(readers(`a: ${printScalar(text)}\n`)).toEqual([{ a: text }, { a: text }, { a: text }])
  })

  test.each(PLAIN)('%j plainly', (text) => {
    expect(printScalar(text)).toBe(text)
    expect(readers(`a: ${text}\n`)).toEqual([{ a: text }, { a: text }, { a: text }])
  })

  test('any text, as value, key, item, in block and in flow style, with either quotes', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...TRICKY, ...PLAIN),
    )
    fc.assert(
      fc.property(texts, fc.constantFrom('single' as const, 'double' as const), (given, quote) => {
        const text = given.toWellFormed()
        for (const value of [{ a: text }, [text], { [`k${text}`]: 1 }, [[text]]]) {
          const block = printYaml(value, { quote })
          expect(readers(block)).toEqual([value, value, value])
        }
        const flow = `[${printScalar(text, { quote, flow: true })}, {${printScalar(text, { quote, flow: true })}: 1}]\n`
        expect(readers(flow)).toEqual(readers(flow).map(() => [text, { [text]: 1 }]))
      }),
      { numRuns: 500 },
    )
  })

  test('a lone surrogate becomes what UTF-8 makes of it', () => {
    expect(printScalar('a\ud800')).toBe('a\ufffd')
  })

  test('numbers, booleans and null are read as such', () => {
    for (const value of [
      0,
      -1,
      1.5,
      1e21,
      1e-7,
      2 ** 53 - 1,
      true,
      false,
      null,
      12345678901234567890n,
    ]) {
      expect(documentOf(`a: ${printScalar(value)}\n`).value()).toEqual({ a: value })
    }
  })
})

describe('what we write ourselves', () => {
  test('is in block style, two spaces, lists below their key', () => {
    const value = { a: { b: [1, { c: 'x', d: [] }], e: {} }, f: 'one\ntwo\n' }
    expect(printYaml(value)).toBe(
      'a:\n  b:\n    - 1\n    - c: x\n      d: []\n  e: {}\nf: |\n  one\n  two\n',
    )
  })

  test('carries YAML text as it is, re-indented', () => {
    const source = new YamlSource('# why\nx:   1 # one\nlist:\n- a\n')
    expect(printYaml({ a: [source] })).toBe('a:\n  - # why\n    x:   1 # one\n    list:\n    - a\n')
  })

  test('comes back as the same value, whatever it is', () => {
    const values = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.constantFrom(...TRICKY, 'a\n\n b\n', '\n x', '\t\n'),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.string(), tie('value'), { maxKeys: 3 }),
      ),
    })).value
    fc.assert(
      fc.property(values, (value) => {
        expect(documentOf(printYaml(value)).value()).toEqual(value)
      }),
      { numRuns: 500 },
    )
  })
})
