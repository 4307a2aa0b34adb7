import { expect, test } from 'vitest'
import { readConditions } from './conditions'

test('nothing that is half typed is taken, and the whole is', () => {
  const text = '- required: [a]\n- properties:\n    a:\n      pattern: ^x'
  const taken: string[] = []
  for (let end = 1; end <= text.length; end++) {
    const read = readConditions(text.slice(0, end), 'oneOf')
    if (read.ok && read.value !== null) taken.push(JSON.stringify(read.value))
  }
  expect(taken.join()).not.toContain('null')
  expect(taken.at(-1)).toBe('[{"required":["a"]},{"properties":{"a":{"pattern":"^x"}}}]')
})

test.each([
  ['- pattern:', 'pattern'],
  ['- pattern: a\n- minLength:', 'minLength'],
  ['- properties:\n    a:', 'a'],
  ['- properties:\n    a:\n      pattern:', 'pattern'],
  ['- not:\n    required:', 'required'],
  ['- not:', 'not'],
  ['- items:\n    allOf:\n    - format:', 'format'],
  ['- required:\n  -', 'required'],
  ['- anyOf:\n  -', 'anyOf'],
])('%j says which keyword has no value', (text, keyword) => {
  expect(readConditions(text, 'anyOf')).toEqual({
    ok: false,
    reason: `Write a value after "${keyword}:".`,
  })
})

test('null may be a value, and an empty condition is one', () => {
  expect(readConditions('- enum: [null, a]', 'oneOf').ok).toBe(true)
  expect(readConditions('- properties: {enum: {enum: [null]}}\n- {}', 'oneOf').ok).toBe(true)
  expect(readConditions('enum:\n- null', 'not').ok).toBe(true)
})

test('a property called as a keyword is a property', () => {
  expect(readConditions('- properties:\n    default:\n', 'oneOf').ok).toBe(false)
  expect(readConditions('- properties: {enum: {pattern: }}\n', 'oneOf').ok).toBe(false)
})

test('the lists take a list of schemas, and "not" takes one schema', () => {
  expect(readConditions('required: [a]', 'oneOf').ok).toBe(false)
  expect(readConditions('- required', 'oneOf').ok).toBe(false)
  expect(readConditions('- ', 'oneOf').ok).toBe(false)
  expect(readConditions('- required: [a]', 'not').ok).toBe(false)
  expect(readConditions('required: [a]', 'not').ok).toBe(true)
})

test('an anchor that holds itself is refused', () => {
  expect(readConditions('- &a\n  not: *a', 'oneOf').ok).toBe(false)
})
