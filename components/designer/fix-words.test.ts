import { expect, test } from 'vitest'
import { fixWords } from './fix-words'

test('each cause has its own words', () => {
  expect(fixWords({ kind: 'fixed', count: 1 }, true)).toBe('Fixed 1 problem')
  expect(fixWords({ kind: 'fixed', count: 1 }, false)).toBeUndefined()
  expect(fixWords({ kind: 'changed' }, true)).toMatch('changed meanwhile')
  expect(fixWords({ kind: 'gone' }, true)).toMatch('done already')
  expect(fixWords({ kind: 'gone' }, false)).toBe('This does not apply any more.')
  expect(fixWords({ kind: 'refused', reason: 'It is an alias.' }, true)).toBe(
    'Nothing was fixed: It is an alias.',
  )
})

test('what a dialog tells is not told twice', () => {
  expect(fixWords({ kind: 'refused', reason: undefined }, true)).toBeUndefined()
})
