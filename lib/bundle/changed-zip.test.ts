import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { compareTrees, type Tree } from '@/lib/patch/compare'
import { FileContent } from '@/lib/promise/files'
import { changedZip } from './changed-zip'

const tree = (texts: Readonly<Record<string, string>>): Tree =>
  new Map(
    Object.entries(texts).map(([path, text]) => [
      path,
      { content: FileContent.fromText(text), executable: path.endsWith('.sh') },
    ]),
  )
const textsOf = (zip: Uint8Array) =>
  Object.fromEntries(
    Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)]),
  )

test('only what was added or changed is in it, below the folder of the whole zip', () => {
  const changes = compareTrees(
    tree({ a: '1', 'b/c': '1' }),
    tree({ a: '1', 'b/c': '2', 'd.sh': '3' }),
  )
  expect(textsOf(changedZip(changes, 'redis-promise'))).toEqual({
    'redis-promise/b/c': '2',
    'redis-promise/d.sh': '3',
  })
})

test('what was deleted is listed beside the folder, never inside', () => {
  const changes = compareTrees(tree({ z: '1', 'b/c': '1', a: '1' }), tree({ a: '2' }))
  expect(textsOf(changedZip(changes, 'r'))).toEqual({ 'deleted-files.txt': 'b/c\nz\n', 'r/a': '2' })
})

test('no change gives a zip without a file', () => {
  expect(textsOf(changedZip([], 'r'))).toEqual({})
})
