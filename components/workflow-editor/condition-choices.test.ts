import { expect, test } from 'vitest'
import { firstCondition, knownChoices, toggled } from './condition-choices'

const property = (more: object) => [{ name: 'a', children: [], ...more }] as never

test('a value can be what its mapping gives, its constant, its enum or its type says', () => {
  const map = [
    { when: 'small', give: 1 },
    { when: 'tiny', give: 1 },
  ]
  expect(knownChoices([], { from: 'spec.a', map })).toEqual([1])
  expect(knownChoices([], { constant: 'x' })).toEqual(['x'])
  const from = { from: 'spec.a' }
  expect(knownChoices(property({ type: 'boolean' }), from)).toEqual([true, false])
  expect(knownChoices(property({ type: 'string', enum: ['a', null] }), from)).toEqual(['a'])
  expect(knownChoices(property({ type: 'string' }), from)).toBeUndefined()
  expect(knownChoices([], undefined)).toBeUndefined()
})

test('a new condition asks for the first choice, or whether the value is there', () => {
  expect(firstCondition('tls', [true, false])).toEqual({ value: 'tls', oneOf: [true] })
  expect(firstCondition('team', undefined)).toEqual({ value: 'team', present: true })
})

test('choices keep the order of the design; others come after', () => {
  expect(toggled(['c', 'x'], 'a', ['a', 'b', 'c'])).toEqual(['a', 'c', 'x'])
  expect(toggled(['a', 'c'], 'a', ['a', 'b', 'c'])).toEqual(['c'])
})
