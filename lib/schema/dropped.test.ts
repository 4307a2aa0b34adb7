import { expect, test } from 'vitest'
import { droppedKeywords } from './dropped'

test('names what is gone, and not what moved into a list', () => {
  const name = { type: 'string', pattern: 'x', minLength: 1, description: 'd' }
  expect(droppedKeywords(name, { type: 'integer', description: 'd' })).toEqual([
    'pattern',
    'minLength',
  ])
  const list = {
    type: 'array',
    description: 'd',
    items: { type: 'string', pattern: 'x', minLength: 1 },
  }
  expect(droppedKeywords(name, list)).toEqual([])
  expect(droppedKeywords({ ...list, minItems: 1 }, { ...name, minProperties: 1 })).toEqual([])
})

test('counts children, and names values of an enum', () => {
  const object = { type: 'object', properties: { a: {}, b: {} }, required: ['a'] }
  expect(droppedKeywords(object, { type: 'string' })).toEqual(['its 2 properties'])
  expect(droppedKeywords({ type: 'object', properties: {} }, { type: 'string' })).toEqual([])
  const sizes = { type: 'string', enum: ['1', 'large'], 'x-kubernetes-validations': [] }
  expect(droppedKeywords(sizes, { type: 'integer', enum: [1] })).toEqual([
    'the value "1"',
    'the value "large"',
    'validations',
  ])
})

test('names values beyond what a number holds, and keywords that objects inherit', () => {
  const levels = { type: 'integer', enum: [1, 9007199254740993n] }
  expect(droppedKeywords(levels, { type: 'integer', enum: [1] })).toEqual([
    'the value 9007199254740993',
  ])
  const odd = { type: 'string', constructor: 1, toString: 2 }
  expect(droppedKeywords(odd, { type: 'integer' })).toEqual(['constructor', 'toString'])
})
