import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { FileContent, type Files } from '@/lib/promise/files'
import type { DraftStorage, SavedDraft } from './drafts'
import { indexedDbStorage } from './indexed-db'
import { memoryStorage } from './memory-storage'
import { draftOf, filesOf, snapshotOf } from './testing'

let databases = 0
const STORAGES: readonly [string, () => DraftStorage][] = [
  ['in memory', memoryStorage],
  ['in the database', () => indexedDbStorage(`contract-${++databases}`)],
]

const texts = (files: Files | undefined) =>
  files && Object.fromEntries([...files].map(([path, { text }]) => [path, text]))

const one = filesOf({ 'promise.yaml': 'kind: Promise\n', 'README.md': '# ours\n' })
const two = filesOf({ 'promise.yaml': 'kind: Promise # two\n', 'README.md': '# ours\n' })

/** The draft as a tab that has loaded it would save it next. */
async function next(storage: DraftStorage, id: string, files: Files): Promise<SavedDraft> {
  const draft = await storage.load(id)
  if (!draft) throw new Error(`no draft ${id}`)
  const savedAt = draft.savedAt + 1
  return { ...draft, savedAt, files, summary: { ...draft.summary, savedAt } }
}

describe.each(STORAGES)('drafts %s', (_where, create) => {
  it('come back as they were saved, to the byte', async () => {
    const storage = create()
    const files = new Map([
      ['promise.yaml', FileContent.fromText('\uFEFFkind: Promise\r\n')],
      ['binary', FileContent.fromBytes(new Uint8Array([0xff, 0, 0xfe]))],
      ['empty', FileContent.fromText('')],
    ])
    const place = { file: 'promise.yaml', path: ['spec', 0] }
    await storage.save(draftOf('a', files, { place, report: { items: [1] }, title: 'Mine' }))
    const loaded = await storage.load('a')
    expect(loaded).toMatchObject({ place, report: { items: [1] }, title: 'Mine', basedOn: 1 })
    expect([...(loaded?.files ?? [])].map(([path, { bytes }]) => [path, [...bytes]])).toEqual(
      [...files].map(([path, { bytes }]) => [path, [...bytes]]),
    )
  })

  it('are listed with the latest first, and none is there that was not saved', async () => {
    const storage = create()
    await storage.save(draftOf('a', one, { savedAt: 1 }))
    await storage.save(draftOf('b', one, { savedAt: 3 }))
    await storage.save(draftOf('c', one, { savedAt: 2 }))
    expect((await storage.list()).map(({ id }) => id)).toEqual(['b', 'c', 'a'])
    expect(await storage.load('d')).toBeUndefined()
    expect(await storage.unreadable()).toEqual([])
  })

  it('refuse to overwrite what another tab has saved, and stay as they were', async () => {
    const storage = create()
    await storage.save(draftOf('a', one))
    await storage.save(await next(storage, 'a', two))
    const stale = draftOf('a', one, { savedAt: 9, basedOn: 1 })
    await expect(storage.save(stale)).rejects.toThrow('another tab')
    expect(texts((await storage.load('a'))?.files)).toEqual(texts(two))
  })

  it('keep title and count of problems through a save, which knows neither', async () => {
    const storage = create()
    await storage.save(draftOf('a', one))
    const loaded = await next(storage, 'a', two)
    await storage.describe('a', { title: 'Cache', problems: { errors: 1, warnings: 2 } })
    await storage.save(loaded)
    const [summary] = await storage.list()
    expect(summary).toMatchObject({ title: 'Cache', problems: { errors: 1, warnings: 2 } })
    await storage.describe('a', { title: '' })
    expect((await storage.list())[0]?.title).toBeUndefined()
    expect((await storage.list())[0]?.problems).toEqual({ errors: 1, warnings: 2 })
  })

  it('are described without a new date, so that a tab that has them open may save', async () => {
    const storage = create()
    await storage.save(draftOf('a', one))
    const loaded = await next(storage, 'a', two)
    await storage.describe('a', { title: 'Cache' })
    expect((await storage.list())[0]?.savedAt).toBe(1)
    await storage.save(loaded)
    expect(texts((await storage.load('a'))?.files)).toEqual(texts(two))
  })

  it('keep what Try it keeps beside them, through saving, copying and taking a deletion back', async () => {
    const storage = create()
    expect(await storage.tryout('a')).toBeUndefined()
    await storage.save(draftOf('a', one))
    await storage.describe('a', { tryout: { request: 'x' } })
    await storage.save(await next(storage, 'a', two))
    await storage.describe('a', { title: 'Mine' })
    expect(await storage.tryout('a')).toEqual({ request: 'x' })
    await storage.duplicate('a', { id: 'b', title: '', at: 7 })
    await storage.describe('b', { tryout: { request: 'y' } })
    expect(await storage.tryout('a')).toEqual({ request: 'x' })
    const removed = await storage.remove('a')
    expect(await storage.tryout('a')).toBeUndefined()
    if (removed) await storage.restore(removed)
    expect(await storage.tryout('a')).toEqual({ request: 'x' })
  })

  it('that are gone keep nothing of what is tried, and say so; a title alone is dropped', async () => {
    const storage = create()
    await storage.describe('a', { title: 'Mine' })
    await expect(storage.describe('a', { tryout: { request: 'x' } })).rejects.toThrow(
      'not stored any more',
    )
    expect(await storage.tryout('a')).toBeUndefined()
    expect(await storage.list()).toEqual([])
  })

  it('are duplicated with their kept states, and then go their own ways', async () => {
    const storage = create()
    await storage.save(draftOf('a', one))
    await storage.keep(snapshotOf('s', 'a', two))
    await storage.duplicate('a', { id: 'b', title: 'Copy of redis', at: 7 })
    await storage.save(await next(storage, 'b', filesOf({ 'promise.yaml': 'other' })))
    await storage.remove('a')
    expect(await storage.list()).toMatchObject([{ id: 'b', title: 'Copy of redis', savedAt: 8 }])
    const [kept] = await storage.snapshots('b')
    expect(kept?.id).not.toBe('s')
    expect(texts((await storage.snapshot(kept?.id ?? ''))?.authored)).toEqual(texts(two))
    await expect(storage.duplicate('a', { id: 'c', title: '', at: 7 })).rejects.toThrow('not there')
  })

  it('are removed with their kept states, and brought back with them', async () => {
    const storage = create()
    await storage.save(draftOf('a', one))
    await storage.keep(snapshotOf('s', 'a', two))
    const removed = await storage.remove('a')
    expect(await storage.load('a')).toBeUndefined()
    expect(await storage.snapshot('s')).toBeUndefined()
    expect(await storage.snapshots('a')).toEqual([])
    if (!removed) throw new Error('nothing was removed')
    await storage.restore(removed)
    expect(texts((await storage.load('a'))?.files)).toEqual(texts(one))
    expect(texts((await storage.snapshot('s'))?.authored)).toEqual(texts(two))
    await storage.forget('s')
    await storage.save(await next(storage, 'a', two))
    await storage.restore(removed)
    expect(texts((await storage.load('a'))?.files)).toEqual(texts(two))
    expect(texts((await storage.snapshot('s'))?.authored)).toEqual(texts(two))
    expect(await storage.remove('nothing')).toBeUndefined()
  })
})

describe.each(STORAGES)('kept states %s', (_where, create) => {
  it('come back with both their lists, modes included', async () => {
    const storage = create()
    await storage.save(draftOf('a', one))
    const built = new Map([
      ['run.sh', { content: FileContent.fromText('#!/bin/sh\n'), executable: true }],
      ['README.md', { content: FileContent.fromText('# ours\n'), executable: false }],
    ])
    const snapshot = snapshotOf('s', 'a', one, { built, kind: 'named', name: 'Before', at: 5 })
    await storage.keep(snapshot)
    const { authored: _a, built: _b, ...summary } = snapshot
    expect(await storage.snapshots('a')).toEqual([summary])
    const loaded = await storage.snapshot('s')
    expect(texts(loaded?.authored)).toEqual(texts(one))
    expect(
      [...(loaded?.built ?? [])].map(([path, f]) => [path, f.content.text, f.executable]),
    ).toEqual([
      ['run.sh', '#!/bin/sh\n', true],
      ['README.md', '# ours\n', false],
    ])
  })

  it('are listed with the latest first, those of their own draft alone', async () => {
    const storage = create()
    await storage.save(draftOf('a', one))
    await storage.save(draftOf('b', one))
    await storage.keep(snapshotOf('old', 'a', one, { at: 1 }))
    await storage.keep(snapshotOf('new', 'a', one, { at: 2 }))
    await storage.keep(snapshotOf('other', 'b', one))
    expect((await storage.snapshots('a')).map(({ id }) => id)).toEqual(['new', 'old'])
  })

  it('survive changes of the draft and the end of other kept states', async () => {
    const storage = create()
    await storage.save(draftOf('a', one))
    await storage.keep(snapshotOf('s', 'a', one))
    await storage.keep(snapshotOf('t', 'a', one))
    await storage.save(await next(storage, 'a', two))
    await storage.forget('t')
    await storage.keep(snapshotOf('s', 'a', one, { name: 'again' }))
    expect(await storage.snapshots('a')).toMatchObject([{ id: 's', name: 'again' }])
    expect(texts((await storage.snapshot('s'))?.authored)).toEqual(texts(one))
    await storage.forget('nothing')
  })

  it('need a draft that is stored', async () => {
    await expect(create().keep(snapshotOf('s', 'a', one))).rejects.toThrow('not stored')
  })
})
