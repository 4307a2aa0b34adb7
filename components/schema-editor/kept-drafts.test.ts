import { expect, test } from 'vitest'
import { type Path, pathToString } from '@/lib/promise/path'
import { forgetGone, type KeptDrafts } from './kept-drafts'

const ROOT = ['spec', 'versions', 0]

function kept(...paths: readonly Path[]): KeptDrafts {
  const draft = { text: '(', over: '' }
  return new Map(paths.map((path) => [pathToString(path), { path, draft }]))
}

test('a draft is kept while its schema is there, also of a keyword that is not set', () => {
  const drafts = kept([...ROOT, 'properties', 'alpha', 'pattern'], [...ROOT, 'oneOf'])
  forgetGone(drafts, { properties: { alpha: { type: 'string' } } }, ROOT)
  expect(drafts.size).toBe(2)
})

test('the draft of a property that is gone is forgotten', () => {
  const gone = [...ROOT, 'properties', 'alpha', 'items', 'pattern']
  const drafts = kept(gone, [...ROOT, 'properties', 'beta', 'pattern'])
  forgetGone(drafts, { properties: { alpha: { type: 'string' }, beta: {} } }, ROOT)
  expect([...drafts.keys()]).toEqual([pathToString([...ROOT, 'properties', 'beta', 'pattern'])])
})

test('drafts of another version stay', () => {
  const drafts = kept(['spec', 'versions', 1, 'properties', 'alpha', 'pattern'])
  forgetGone(drafts, {}, ROOT)
  expect(drafts.size).toBe(1)
})
