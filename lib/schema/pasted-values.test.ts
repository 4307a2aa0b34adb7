import { expect, test } from 'vitest'
import { pastedValues } from './pasted-values'

const string = { type: 'string' }

test.each([
  ['small, large,medium', ['small', 'large', 'medium']],
  ['small\nvery large\r\n\n  medium ', ['small', 'very large', 'medium']],
  ['- small\n- "large" # two', ['small', 'large']],
  ['["a", "b, c"]', ['a', 'b, c']],
  ['a;a\tb', ['a', 'b']],
  ['one', ['one']],
])('%j', (text, values) => {
  expect(pastedValues(text, string, [])).toEqual({ values, refused: [] })
})

test('values have the type of the schema; what has not is told, what is there already is not', () => {
  expect(pastedValues('1, 2, x, 3', { type: 'integer' }, [2])).toEqual({
    values: [1, 3],
    refused: ['x'],
  })
})

test('strings of a list stay as they are written, whatever YAML takes them for', () => {
  const words = ['yes', 'no', '1.10', '010', 'null', '1e3', '~', '2025-01-01']
  const list = words.map((word) => `- ${word} # a comment\n`).join('')
  expect(pastedValues(list, string, [])).toEqual({ values: words, refused: [] })
  expect(pastedValues(`[${words.join(', ')}]`, string, [])).toEqual({ values: words, refused: [] })
  expect(pastedValues('- &a 1.10\n- *a\n- "\\"\\""\n- two\n  lines\n-\n', string, [])).toEqual({
    values: ['1.10', '1.1', '""', 'two lines'],
    refused: [],
  })
})

test('other types take what YAML reads, and quotes make a string', () => {
  const either = { 'x-kubernetes-int-or-string': true }
  expect(pastedValues('["80", 80, http, 1.10]', either, []).values).toEqual([
    ...['80', 80],
    ...['http', '1.10'],
  ])
  expect(pastedValues('- 0x10\n- "2"\n- 1.5', { type: 'integer' }, [])).toEqual({
    values: [16, 2],
    refused: ['1.5'],
  })
  expect(pastedValues('["yes", yes]', {}, []).values).toEqual(['yes', true])
})

test('lists and maps in a list are told', () => {
  expect(pastedValues('- a\n- {b: 1}\n- [c]\n', string, [])).toEqual({
    values: ['a'],
    refused: ['{b: 1}', '[c]'],
  })
})
