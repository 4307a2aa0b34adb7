import { expect, test } from 'vitest'
import { moveEnumValue } from './move-enum-value'
import { removeEnumValue } from './remove-enum-value'
import { renameEnumValue } from './rename-enum-value'
import { setEnum } from './set-enum'
import { after, redis, refusal } from './testing'
import { promiseWith, property, SIZE, schemaAfter } from './testing-schema'

const size = property('size')

test('sets values item by item: comments of the others stay', () => {
  expect(schemaAfter(SIZE, setEnum(size, ['small', 'medium', 'large']))).toBe(
    SIZE.replace('- large', '- medium\n          - large'),
  )
  expect(schemaAfter(SIZE, setEnum(size, ['small']))).toBe(SIZE.replace('          - large\n', ''))
  expect(schemaAfter(SIZE, setEnum(size, ['small', 'large']))).toBe(SIZE)
})

test('a default that is no longer among the values goes', () => {
  expect(schemaAfter(SIZE, setEnum(size, ['large', 'huge']))).not.toContain('default')
})

test('moves and removes one value', () => {
  expect(schemaAfter(SIZE, moveEnumValue(size, 1, 0))).toContain(
    'enum:\n          - large\n          - small # one\n',
  )
  const removed = schemaAfter(SIZE, removeEnumValue(size, 0))
  expect(removed).toContain('enum:\n          - large\n')
  expect(removed).not.toContain('default')
})

test('the last value stays', () => {
  const texts = { 'promise.yaml': promiseWith(removed()) }
  expect(refusal(texts, removeEnumValue(size, 0))).toContain('at least one')
})

function removed(): string {
  return schemaAfter(SIZE, removeEnumValue(size, 0))
}

test('a renamed value is renamed in defaults and in the mappings of render steps', () => {
  expect(schemaAfter(SIZE, renameEnumValue(size, 0, 'tiny'))).toBe(SIZE.replaceAll('small', 'tiny'))
  const texts = after(redis, renameEnumValue(size, 0, 'tiny'))
  expect(texts['promise.yaml']).toContain(
    'enum: [tiny, large]\n                      default: tiny',
  )
  expect(texts['.promise-designer.yaml']).toBe(
    redis['.promise-designer.yaml']?.replace('when: small', 'when: tiny'),
  )
})
