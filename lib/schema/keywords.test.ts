import { expect, test } from 'vitest'
import { appliesTo, KEYWORDS, keywordNamed, textKeywords } from './keywords'
import { VALUE_KINDS, valueKind } from './value-kind'

test('each keyword is there once', () => {
  const names = KEYWORDS.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test('a keyword applies to the kinds that it says something of', () => {
  expect(appliesTo('pattern', { type: 'string' })).toBe(true)
  expect(appliesTo('pattern', { type: 'integer' })).toBe(false)
  expect(appliesTo('minimum', { 'x-kubernetes-int-or-string': true })).toBe(true)
  expect(appliesTo('description', { type: 'array' })).toBe(true)
  expect(appliesTo('const', { type: 'string' })).toBe(false)
  expect(keywordNamed('const')).toBeUndefined()
})

test('what neither row nor form shows is in the text alone', () => {
  const schema = { type: 'integer', minimum: 1, pattern: 'a', const: 1, externalDocs: {}, $ref: '' }
  expect(textKeywords(schema)).toEqual(['pattern', 'const', 'externalDocs', '$ref'])
})

test('the kind of a schema is that of its type; without one it may be anything', () => {
  for (const kind of VALUE_KINDS) {
    if (kind === 'any' || kind === 'int-or-string') continue
    expect(valueKind({ type: kind })).toBe(kind)
  }
  expect(valueKind({ type: 'int' })).toBe('any')
  expect(valueKind({ type: 'string', 'x-kubernetes-int-or-string': true })).toBe('int-or-string')
})
