import { expect, test } from 'vitest'
import { compareTrees, type Tree } from '@/lib/patch/compare'
import { patchOf } from '@/lib/patch/unified-patch'
import { FileContent } from '@/lib/promise/files'
import { asNamed } from './as-named'

const tree = (texts: Readonly<Record<string, string>>): Tree =>
  new Map(
    Object.entries(texts).map(([path, text]) => [
      path,
      { content: FileContent.fromText(text), executable: false },
    ]),
  )
const paths = (one: Tree) => [...one.keys()]

test('a patch names the Promise as it was opened', () => {
  const report = { root: 'r', promise: 'r/redis-promise.yaml' }
  const [before, after] = ['1\n', '2\n'].map((text) =>
    asNamed(tree({ 'promise.yaml': text, x: '' }), report),
  )
  expect(patchOf(compareTrees(before ?? new Map(), after ?? new Map()))).toContain(
    '--- a/redis-promise.yaml\n+++ b/redis-promise.yaml\n',
  )
})

test('nothing changes where the name is the usual one, or taken', () => {
  expect(
    paths(asNamed(tree({ 'promise.yaml': '' }), { root: '', promise: 'promise.yaml' })),
  ).toEqual(['promise.yaml'])
  const both = tree({ 'promise.yaml': '1', 'p.yaml': '2' })
  expect(asNamed(both, { root: '', promise: 'p.yaml' })).toBe(both)
})
