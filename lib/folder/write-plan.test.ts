import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Tree } from '@/lib/patch/compare'
import { FileContent } from '@/lib/promise/files'
import { type Hashes, pathsOf, planWrite } from './plan-write'
import { readDisk } from './read-disk'
import { MemoryFolder } from './testing'
import { writePlan } from './write-plan'

type Texts = Readonly<Record<string, string>>

const treeOf = (texts: Texts): Tree =>
  new Map(
    Object.entries(texts).map(([path, text]) => [
      path,
      { content: FileContent.fromText(text), executable: false },
    ]),
  )
const hashesOf = (texts: Texts): Hashes =>
  new Map(Object.entries(texts).map(([path, text]) => [path, FileContent.fromText(text).hash]))

async function plan(
  folder: MemoryFolder,
  files: Texts,
  { known = {}, written = {} }: { known?: Texts; written?: Texts } = {},
) {
  const input = { files: treeOf(files), known: [hashesOf(known)], written: [hashesOf(written)] }
  const items = planWrite({ ...input, disk: await readDisk(folder, pathsOf(input)) })
  return { items, actions: Object.fromEntries(items.map(({ path, action }) => [path, action])) }
}
const write = (
  folder: MemoryFolder,
  { items }: Awaited<ReturnType<typeof plan>>,
  chosen: readonly string[] = [],
  written: Texts = {},
) => writePlan(folder, items, { chosen: new Set(chosen), before: hashesOf(written) })

test('an empty folder gets every file, the settings file last', async () => {
  const folder = new MemoryFolder()
  const made = await plan(folder, {
    '.promise-designer.yaml': 's',
    'a/b': 'b',
    'promise.yaml': 'p',
  })
  expect(new Set(Object.values(made.actions))).toEqual(new Set(['create']))
  const done = await write(folder, made)
  expect(folder.log).toEqual(['a/b', 'promise.yaml', '.promise-designer.yaml'])
  expect(done).toMatchObject({ skipped: [], removed: [], written: folder.log })
  expect([...done.hashes.keys()].sort()).toEqual(folder.log.toSorted())
})

test('a file that is as we know it is replaced, an equal one is not touched', async () => {
  const folder = new MemoryFolder({ same: '1', opened: 'old', ours: 'old', '.git/config': 'x' })
  const made = await plan(
    folder,
    { same: '1', opened: 'new', ours: 'new' },
    { known: { opened: 'old' }, written: { ours: 'old' } },
  )
  expect(made.actions).toEqual({ same: 'same', opened: 'replace', ours: 'replace' })
  await write(folder, made)
  expect(folder.log).toEqual(['opened', 'ours'])
  expect(folder.files.get('.git/config')).toBe('x')
})

test('a file that somebody changed on the disk is written only when it was chosen', async () => {
  const texts = { a: 'theirs', b: 'theirs' }
  const folder = new MemoryFolder(texts)
  const made = await plan(folder, { a: 'mine', b: 'mine' }, { known: { a: 'old', b: 'old' } })
  expect(made.actions).toEqual({ a: 'changed', b: 'changed' })
  await write(folder, made, ['b'])
  expect(Object.fromEntries(folder.files)).toEqual({ a: 'theirs', b: 'mine' })
})

test('only what we wrote and nobody changed is removed, with the folders that it leaves empty', async () => {
  const folder = new MemoryFolder({
    'gone/deep/a': 'ours',
    'gone/b': 'edited since',
    theirs: 'opened',
    other: 'never seen',
  })
  const written = { 'gone/deep/a': 'ours', 'gone/b': 'ours' }
  const made = await plan(folder, {}, { written, known: { theirs: 'opened' } })
  expect(made.actions).toEqual({ 'gone/deep/a': 'remove', 'gone/b': 'stays', theirs: 'stays' })
  const done = await write(folder, made, [], written)
  expect(done.removed).toEqual(['gone/deep/a'])
  expect([...folder.files.keys()]).toEqual(['gone/b', 'theirs', 'other'])
  expect([...folder.folders]).toEqual(['', 'gone'])
  expect([...done.hashes.keys()]).toEqual(['gone/b'])
})

test('folders, files and names that differ in case only stand in the way', async () => {
  const folder = new MemoryFolder({ 'a/b': '', c: '', 'Readme.md': '', 'Docs/x': '' })
  const { items } = await plan(folder, { a: '', 'c/d': '', 'README.md': '', 'docs/y': '' })
  expect(items.map((item) => (item.action === 'blocked' ? item.reason : item.action))).toEqual([
    'The folder holds Readme.md, which many disks do not tell apart from README.md.',
    'a is a folder there.',
    'c is a file there.',
    'The folder holds Docs, which many disks do not tell apart from docs.',
  ])
})

test('of two names within the design that differ in case only, the second is not written', async () => {
  const folder = new MemoryFolder()
  const made = await plan(folder, { 'notes.md': '2', 'Notes.md': '1', 'Docs/a': '', 'docs/b': '' })
  expect(made.actions).toEqual({
    'Docs/a': 'create',
    'Notes.md': 'create',
    'docs/b': 'blocked',
    'notes.md': 'blocked',
  })
  await write(folder, made)
  expect(Object.fromEntries(folder.files)).toEqual({ 'Docs/a': '', 'Notes.md': '1' })
})

test('what changes between looking and writing is left alone', async () => {
  const folder = new MemoryFolder({ a: 'old', b: 'old', gone: 'ours' })
  const made = await plan(
    folder,
    { a: 'new', b: 'new', c: 'new' },
    { known: { a: 'old', b: 'old' }, written: { gone: 'ours' } },
  )
  folder.before = () => {
    folder.put('b', 'theirs')
    folder.put('c', 'theirs')
    folder.put('gone', 'theirs')
  }
  const done = await write(folder, made)
  expect(done).toMatchObject({ written: ['a'], skipped: ['b', 'c', 'gone'], removed: [] })
  expect([folder.files.get('b'), folder.files.get('gone')]).toEqual(['theirs', 'theirs'])
})

test('a failure ends it, removes nothing and tells what was written', async () => {
  const folder = new MemoryFolder({ gone: 'ours' })
  const written = { gone: 'ours' }
  const made = await plan(folder, { a: '1', b: '2', c: '3' }, { written })
  folder.before = (path) => {
    if (path === 'b') throw new Error('The disk is full.')
  }
  const done = await write(folder, made, [], written)
  expect(done).toMatchObject({
    written: ['a'],
    removed: [],
    failure: { path: 'b', reason: 'The disk is full.' },
  })
  expect([...done.hashes.keys()].sort()).toEqual(['a', 'gone'])
  expect(folder.files.has('gone')).toBe(true)
})

test('no content is lost that is neither a kept state nor chosen, and a second time nothing is left to do', async () => {
  const path = fc.constantFrom('a', 'b/c', 'b/d', 'B', 'e/f/g')
  const texts = fc
    .array(fc.tuple(path, fc.constantFrom('1', '2', '3')), { maxLength: 5 })
    .map((entries): Texts => Object.fromEntries(entries))
  await fc.assert(
    fc.asyncProperty(texts, texts, texts, texts, async (disk, files, known, written) => {
      const folder = new MemoryFolder(disk)
      const made = await plan(folder, files, { known, written })
      const done = await write(folder, made, [], written)
      for (const [path, text] of Object.entries(disk)) {
        const now = folder.files.get(path)
        if (now === text) continue
        expect([known[path], written[path]]).toContain(text)
        if (now === undefined) expect([written[path], files[path]]).toEqual([text, undefined])
        else expect(now).toBe(files[path])
      }
      for (const path of folder.files.keys()) expect(path in disk || path in files).toBe(true)
      const input = { files: treeOf(files), known: [hashesOf(known)], written: [done.hashes] }
      const again = planWrite({ ...input, disk: await readDisk(folder, pathsOf(input)) })
      // What stood in the way of a file can have been removed in the same go.
      const blocked = new Set(made.items.filter((i) => i.action === 'blocked').map((i) => i.path))
      const open = again.filter(
        ({ action, path }) =>
          ['create', 'replace', 'remove'].includes(action) && !blocked.has(path),
      )
      expect(open).toEqual([])
    }),
    { numRuns: 300 },
  )
})
