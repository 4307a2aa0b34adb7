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
