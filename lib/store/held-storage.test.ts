import { describe, expect, it } from 'vitest'
import type { DraftStorage } from './drafts'
import { holding, NotStored } from './held-storage'
import { memoryStorage } from './memory-storage'
import { draftOf, filesOf, snapshotOf } from './testing'

const one = filesOf({ 'promise.yaml': 'one' })
const two = filesOf({ 'promise.yaml': 'two' })

/** A storage whose disk may be full. */
function disk() {
  const inner = memoryStorage()
  const state = { full: true }
  const storage: DraftStorage = {
    ...inner,
    save: async (draft) => {
      if (state.full) throw new Error('full')
      await inner.save(draft)
    },
  }
  return { inner, state, storage: holding(storage) }
}

describe('a storage that holds what is refused', () => {
  it('says that a draft is not stored, and still opens it', async () => {
    const { storage } = disk()
    await expect(storage.save(draftOf('a', one))).rejects.toThrow(NotStored)
    expect((await storage.load('a'))?.files).toBe(one)
    expect((await storage.load('a'))?.basedOn).toBeUndefined()
    expect(storage.held().map(({ id }) => id)).toEqual(['a'])
    expect((await storage.list()).map(({ id }) => id)).toEqual(['a'])
  })

  it('asks nobody what was tried with a draft that was never stored', async () => {
    const closed: DraftStorage = {
      ...memoryStorage(),
      save: () => Promise.reject(new Error('no storage')),
      tryout: () => Promise.reject(new Error('no storage')),
    }
    const storage = holding(closed)
    await expect(storage.save(draftOf('a', one))).rejects.toThrow(NotStored)
    expect(await storage.tryout('a')).toBeUndefined()
    await storage.describe('a', { tryout: { request: 'x' } })
    expect(await storage.tryout('a')).toEqual({ request: 'x' })
    await expect(storage.tryout('b')).rejects.toThrow('no storage')
  })

  it('holds parts of what was tried beside those that are stored, and copies them', async () => {
    const { storage, state, inner } = disk()
    await inner.save(draftOf('a', one))
    await inner.describe('a', { tryout: { request: 'x', runs: [1] } })
    const later = draftOf('a', two, { savedAt: 2, basedOn: 1 })
    await expect(storage.save(later)).rejects.toThrow('full')
    await storage.describe('a', { tryout: { request: 'y' } })
    await storage.describe('a', { tryout: { workflow: 'z' } })
    const whole = { request: 'y', runs: [1], workflow: 'z' }
    expect(await storage.tryout('a')).toEqual(whole)
    state.full = false
    await storage.duplicate('a', { id: 'b', title: '', at: 7 })
    expect(await inner.tryout('b')).toEqual(whole)
    await storage.save(draftOf('a', two, { savedAt: 3, basedOn: 1 }))
    expect(await inner.tryout('a')).toEqual(whole)
  })

  it('stores it with the next save that goes through, in what it was called meanwhile', async () => {
    const { storage, state, inner } = disk()
    await inner.save(draftOf('a', one))
    const later = draftOf('a', two, { savedAt: 2, basedOn: 1 })
    await expect(storage.save(later)).rejects.toThrow('full')
    await storage.describe('a', { title: 'Cache' })
    expect((await storage.list()).map(({ title, savedAt }) => [title, savedAt])).toEqual([
      ['Cache', 2],
    ])
    state.full = false
    await storage.save(draftOf('a', two, { savedAt: 3, basedOn: 1 }))
    expect(storage.held()).toEqual([])
    expect((await inner.load('a'))?.files).toBe(two)
    expect((await inner.list())[0]).toMatchObject({ title: 'Cache', savedAt: 3 })
  })

  it('does not hold what another tab has overtaken', async () => {
    const { storage, state, inner } = disk()
    state.full = false
    await inner.save(draftOf('a', one, { savedAt: 5 }))
    const stale = draftOf('a', two, { savedAt: 6, basedOn: 1 })
    await expect(storage.save(stale)).rejects.toThrow('another tab')
    expect(storage.held()).toEqual([])
    expect((await storage.load('a'))?.files).toBe(one)
  })

  it('has saved what is stored, and stores words and states with a later save', async () => {
    const { state, inner } = disk()
    let room = false
    const full = async () => {
      if (!room) throw new Error('full')
    }
    const storage = holding({
      ...inner,
      save: (draft) => (state.full ? Promise.reject(new Error('full')) : inner.save(draft)),
      describe: (id, words) => full().then(() => inner.describe(id, words)),
      keep: (snapshot) => full().then(() => inner.keep(snapshot)),
    })
    await expect(storage.save(draftOf('a', one))).rejects.toThrow(NotStored)
    await storage.describe('a', { title: 'Cache' })
    await storage.keep(snapshotOf('s', 'a', one))
    state.full = false
    await storage.save(draftOf('a', one))
    expect([storage.held(), storage.undelivered()]).toEqual([[], true])
    expect((await storage.list())[0]?.title).toBe('Cache')
    expect((await storage.load('a'))?.title).toBe('Cache')
    expect((await storage.snapshots('a')).map(({ id }) => id)).toEqual(['s'])
    const removed = await storage.remove('a')
    expect([await storage.snapshot('s'), storage.undelivered()]).toEqual([undefined, false])
    if (removed) await storage.restore(removed)
    room = true
    await storage.save(draftOf('a', two, { savedAt: 2, basedOn: 1 }))
    expect(storage.undelivered()).toBe(false)
    expect((await inner.list())[0]?.title).toBe('Cache')
    expect((await inner.snapshots('a')).map(({ id }) => id)).toEqual(['s'])
  })

  it('deletes and brings back both what is held and what is stored', async () => {
    const { storage, inner } = disk()
    await inner.save(draftOf('a', one))
    await inner.keep(snapshotOf('s', 'a', one))
    await expect(storage.save(draftOf('a', two, { savedAt: 2, basedOn: 1 }))).rejects.toThrow()
    await expect(storage.save(draftOf('b', one))).rejects.toThrow()
    const removed = [await storage.remove('a'), await storage.remove('b')]
    expect(await storage.list()).toEqual([])
    for (const draft of removed) if (draft) await storage.restore(draft)
    expect(storage.held().map(({ id }) => id)).toEqual(['a', 'b'])
    expect((await inner.load('a'))?.files).toBe(one)
    expect((await inner.snapshots('a')).map(({ id }) => id)).toEqual(['s'])
  })

  it('duplicates what is held, and says that the copy is not stored either', async () => {
    const { storage, state } = disk()
    await expect(storage.save(draftOf('a', one))).rejects.toThrow()
    const copy = { id: 'b', title: 'Copy', at: 9 }
    await expect(storage.duplicate('a', copy)).rejects.toThrow(NotStored)
    state.full = false
    const held = await storage.load('b')
    if (held) await storage.save(held)
    expect((await storage.list()).map(({ id, title }) => [id, title])).toEqual([
      ['b', 'Copy'],
      ['a', undefined],
    ])
  })

  it('keeps states of what is held, and stores them with it', async () => {
    const { storage, state, inner } = disk()
    await expect(storage.save(draftOf('a', one))).rejects.toThrow()
    await storage.keep(snapshotOf('s', 'a', one, { at: 1 }))
    await storage.keep(snapshotOf('t', 'a', two, { at: 2 }))
    await storage.forget('t')
    expect((await storage.snapshots('a')).map(({ id }) => id)).toEqual(['s'])
    const removed = await storage.remove('a')
    expect(await storage.snapshot('s')).toBeUndefined()
    if (removed) await storage.restore(removed)
    expect((await storage.snapshot('s'))?.authored).toBe(one)
    state.full = false
    await storage.save(draftOf('a', one))
    expect((await inner.snapshots('a')).map(({ id }) => id)).toEqual(['s'])
    expect((await storage.snapshots('a')).map(({ id }) => id)).toEqual(['s'])
  })
})
