import { spawnSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pyCall, pyLiteral, pyString, pyTuple } from './python'
import { tsDoc, tsKey, tsLiteral, tsString } from './typescript'

const hostile = [
  'a: {b',
  'two\nlines\r\n',
  '${x}',
  '"; rm -rf /',
  "'; rm -rf /",
  '$(id)',
  '*/ alert(1) /*',
  '`id`',
  '\\',
  '\\u0027',
  '\u2028\u2029\u0085',
  '\0',
  '\u202e',
  '<!--',
  '"""',
  '__proto__',
  'constructor',
  '😀',
]
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostile))
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u
/** Runs code that is only expressions of ours. */
const evaluate = (code: string): unknown => new Function(`'use strict'; return (${code})`)()

describe('a TypeScript literal', () => {
  test('is the string that it was made of, on one line of visible characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(evaluate(tsString(text))).toBe(text)
        expect(tsString(text)).not.toMatch(hidden)
      }),
    )
  })

  test('is the value that it was made of, whatever the keys are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(evaluate(tsLiteral(value))).toEqual(value)
      }),
    )
    const map = JSON.parse('{"__proto__": {"x": 1}, "a-b": 1, "class": -0}') as object
    expect(tsLiteral(map)).toBe("{ ['__proto__']: { x: 1 }, 'a-b': 1, class: -0 }")
    expect(Object.getPrototypeOf(evaluate(tsLiteral(map)))).toBe(Object.prototype)
    expect(tsKey('constructor')).toBe('constructor')
    expect(tsLiteral(-0)).toBe('-0')
    expect(tsLiteral(2n ** 60n)).toBe('1152921504606846976n')
  })

  test('has no way out of a doc comment', () => {
    fc.assert(
      fc.property(
        fc.array(anyText).map((texts) => texts.join('')),
        (text) => {
          const doc = tsDoc(text, '  ')
          if (doc === '') return
          expect(doc.match(/\*\//g)).toHaveLength(1)
          expect(doc).toMatch(/^ {2}\/\*\*/)
          expect(doc.replaceAll('\n', '')).not.toMatch(hidden)
          expect(evaluate(`1\n${doc} + 1`)).toBe(2)
        },
      ),
    )
    expect(tsDoc('\n \n')).toBe('')
  })
})

describe('a Python literal', () => {
  test('is the value that it was made of', () => {
    const values = [
      ...hostile,
      ...fc.sample(fc.string({ unit: 'binary' }), { numRuns: 200, seed: 3 }),
      ...fc.sample(fc.jsonValue(), { numRuns: 50, seed: 4 }),
    ]
    const program = `import ast, json, sys
for line in sys.stdin.read().split("\\n")[:-1]:
    print(json.dumps(ast.literal_eval(line)))
`
    const input = values.map((value) => `${pyLiteral(value)}\n`).join('')
    const ran = spawnSync('python3', ['-c', program], { input, encoding: 'utf8' })
    if (ran.error && 'code' in ran.error && ran.error.code === 'ENOENT') {
      console.log('skipped: python3 is not installed')
      return
    }
    expect(ran.stderr).toBe('')
    const read = ran.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)
    // Python's -0.0 and JSON's -0 are one number.
    expect(read).toEqual(JSON.parse(JSON.stringify(values)))
  })

  test('is one line of visible characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(pyString(text)).not.toMatch(hidden)
      }),
    )
  })

  test('takes a line for each part where one is too short for all', () => {
    const here = { indent: '    ', room: 1 }
    expect(pyCall('Value', ['"a"', 'NAME'], here)).toBe('Value("a", NAME)')
    const long = `"${'x'.repeat(80)}"`
    expect(pyCall('Value', [long, 'NAME'], here)).toBe(
      `Value(\n        ${long},\n        NAME,\n    )`,
    )
    // To the last column, and no further.
    expect(pyCall('f', ['x'.repeat(80)], here)).not.toContain('\n')
    expect(pyCall('f', ['x'.repeat(81)], here)).toContain('\n')
    expect(pyTuple(['1'], here)).toBe('(1,)')
    expect(pyTuple([], here)).toBe('()')
    expect(pyTuple([long], here)).toBe(`(\n        ${long},\n    )`)
  })
})
