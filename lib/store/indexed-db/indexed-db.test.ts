import 'fake-indexeddb/auto'
import { deleteDB, openDB } from 'idb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { FileContent } from '@/lib/promise/files'
import { draftOf, filesOf, snapshotOf } from '../testing'
import { indexedDbStorage } from '.'

const NAME = 'promise-designer'
const one = filesOf({ 'promise.yaml': 'kind: Promise\n', 'README.md': '# ours\n' })
const two = filesOf({ 'promise.yaml': 'kind: Promise # two\n', 'README.md': '# ours\n' })

afterEach(async () => {
  vi.restoreAllMocks()
  await deleteDB(NAME)
})

/** Everything in a store of the database, as it lies there. */
async function raw(store: string): Promise<Map<IDBValidKey, unknown>> {
  const db = await openDB(NAME)
  const [keys, values] = await Promise.all([db.getAllKeys(store), db.getAll(store)])
  db.close()
  return new Map(keys.map((key, i) => [key, values[i]]))
}

/** Puts values beside what we store, as another version of us, or a fault, might have. */
async function putRaw(store: string, value: unknown, key?: string): Promise<void> {
  const db = await openDB(NAME)
  await db.put(store, value, key)
  db.close()
}

const text = (content: string) => FileContent.fromText(content)

/** A database as the first version of us left it. */
async function writeFormat1(): Promise<void> {
  const db = await openDB(NAME, 1, {
    upgrade(db) {
      db.createObjectStore('drafts', { keyPath: 'id' })
      db.createObjectStore('blobs')
    },
  })
  const { bytes: _, ...summary } = draftOf('a', one).summary
  const files = [...one].map(([path, content]) => [path, content.hash])
  const record = { format: 1, createdAt: 1, savedAt: 1, place: undefined, summary, files }
  for (const id of ['a', 'b']) await db.put('drafts', { ...record, id })
  for (const content of one.values()) await db.put('blobs', content.bytes, content.hash)
  db.close()
}

describe('drafts of the first format', () => {
  it('are listed, opened and saved on in the present one', async () => {
    await writeFormat1()
    const storage = indexedDbStorage()
    expect(await storage.list()).toMatchObject([
      { id: 'a', name: 'redis' },
      { id: 'b', name: 'redis' },
    ])
    const draft = await storage.load('a')
    expect(draft?.files.get('README.md')?.text).toBe('# ours\n')
    expect((await raw('drafts')).get('a')).toMatchObject({ format: 1 })
    await storage.save({ ...draftOf('a', two), savedAt: 2, basedOn: draft?.basedOn })
    expect((await raw('drafts')).get('a')).toMatchObject({ format: 2 })
  })

  it('share their content with each other, which outlives either', async () => {
    await writeFormat1()
    const storage = indexedDbStorage()
    await storage.remove('a')
    expect((await storage.load('b'))?.files.get('promise.yaml')?.text).toBe('kind: Promise\n')
    await storage.remove('b')
    expect((await raw('blobs')).size).toBe(0)
  })
})

/** A database as the second version of us left it: what was tried lay in the draft's record. */
async function writeVersion2(tryout: unknown): Promise<void> {
  const db = await openDB(NAME, 2, {
    upgrade(db) {
      db.createObjectStore('drafts', { keyPath: 'id' })
      db.createObjectStore('blobs')
      db.createObjectStore('snapshots', { keyPath: 'id' }).createIndex('draftId', 'draftId')
      db.createObjectStore('states')
      db.createObjectStore('uses')
    },
  })
  const files = [...one].map(([path, content]) => [path, content.hash])
  const { summary } = draftOf('a', one)
  const record = { format: 2, createdAt: 1, savedAt: 1, title: 'Mine', summary, files }
  await db.put('drafts', { ...record, id: 'a', tryout })
  await db.put('drafts', { ...record, id: 'b' })
  await db.put('drafts', { ...record, id: 'newer', format: 7, tryout })
  for (const content of one.values()) {
    await db.put('blobs', content.bytes, content.hash)
    await db.put('uses', 3, content.hash)
  }
  db.close()
}

describe('what was tried', () => {
  const tryout = { request: 'x', runs: [{ id: '1', name: 'small', run: { big: true } }] }

  it('in a draft of the second version is there still, in a store of its own', async () => {
    await writeVersion2(tryout)
    const storage = indexedDbStorage()
    expect(await storage.tryout('a')).toEqual(tryout)
    expect(await storage.tryout('b')).toBeUndefined()
    expect(await storage.load('a')).toMatchObject({ title: 'Mine', savedAt: 1 })
    expect((await storage.load('b'))?.files.size).toBe(2)
    const drafts = await raw('drafts')
    expect(drafts.get('a')).not.toHaveProperty('tryout')
    expect(drafts.get('newer')).toMatchObject({ format: 7, tryout })
    expect([...(await raw('uses')).values()]).toEqual([3, 3])
  })

  it('is touched by no save, title or list of drafts', async () => {
    const storage = indexedDbStorage()
    await storage.save(draftOf('a', one))
    await storage.describe('a', { tryout })
    const put = vi.spyOn(IDBObjectStore.prototype, 'put')
    const get = vi.spyOn(IDBObjectStore.prototype, 'getAll')
    await storage.save(draftOf('a', two, { savedAt: 2, basedOn: 1 }))
    await storage.describe('a', { title: 'Mine' })
    expect(await storage.list()).toHaveLength(1)
    const touched = [...put.mock.contexts, ...get.mock.contexts].map(
      (store) => (store as IDBObjectStore).name,
    )
    expect(touched).toContain('drafts')
    expect(touched).not.toContain('tryouts')
    expect(JSON.stringify((await raw('drafts')).get('a'))).not.toContain('big')
  })

  it('is stored by its parts: the others stay, and one that is taken away goes', async () => {
    const storage = indexedDbStorage()
    for (const id of ['a', 'a2', 'b']) await storage.save(draftOf(id, one))
    await storage.describe('a', { tryout: { request: 'x', 'run/1': { big: true } } })
    await storage.describe('a2', { tryout: { request: 'other' } })
    const put = vi.spyOn(IDBObjectStore.prototype, 'put')
    await storage.describe('a', { tryout: { request: 'y' } })
    expect(put.mock.calls).toEqual([['y', ['a', 'request']]])
    expect(await storage.tryout('a')).toEqual({ request: 'y', 'run/1': { big: true } })
    await storage.describe('a', { tryout: { 'run/1': undefined } })
    expect(await storage.tryout('a')).toEqual({ request: 'y' })
    await expect(storage.describe('gone', { tryout })).rejects.toThrow('not stored any more')
    expect(await storage.tryout('gone')).toBeUndefined()
    await storage.remove('a')
    expect([...(await raw('tryouts')).keys()]).toEqual([['a2', 'request']])
  })

  it('is among what can be got out of a draft that cannot be read', async () => {
    const storage = indexedDbStorage()
    await storage.save(draftOf('a', one))
    await storage.describe('a', { tryout })
    await putRaw('drafts', { id: 'a', format: 7 })
    const json = new TextDecoder().decode((await storage.salvage('a')).get('tryout.json'))
    expect(JSON.parse(json)).toEqual(tryout)
  })
})

describe('what cannot be read', () => {
  it('is listed with the reason, and is neither opened nor overwritten', async () => {
    const storage = indexedDbStorage()
    await storage.save(draftOf('ours', one))
    const newer = { id: 'new', format: 7, title: 'Mine', files: { 'a.yaml': text('a').hash } }
    const damaged = { ...draftOf('x', one), id: 'bad', format: 2, files: 'gone' }
    await putRaw('drafts', newer)
    await putRaw('drafts', damaged)
    expect((await storage.list()).map(({ id }) => id)).toEqual(['ours'])
    expect(await storage.unreadable()).toMatchObject([
      { id: 'bad', name: 'redis', reason: 'Its record is damaged at files.' },
      { id: 'new', name: 'Mine', reason: expect.stringContaining('format 7') },
    ])
    await expect(storage.load('new')).rejects.toThrow('newer version')
    await expect(storage.save(draftOf('new', one, { basedOn: 1 }))).rejects.toThrow('newer version')
    await expect(storage.describe('bad', { title: 'x' })).rejects.toThrow('damaged')
    expect((await raw('drafts')).get('new')).toEqual(newer)
  })

  it('gives what is there: the record, its files, and content without a path', async () => {
    const storage = indexedDbStorage()
    await storage.save(draftOf('ours', one))
    const [promise, readme] = [...one.values()].map(({ hash }) => hash)
    const files = [
      ['promise.yaml', promise],
      ['lost.txt', text('lost').hash],
    ]
    await putRaw('drafts', { id: 'new', format: 7, files, extra: { readme } })
    const salvaged = await storage.salvage('new')
    const asText = [...salvaged].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])
    expect(asText).toEqual([
      ['record.json', expect.stringContaining('"format": 7')],
      ['files/promise.yaml', 'kind: Promise\n'],
      [`content/${readme}`, '# ours\n'],
    ])
  })

  it('can be deleted and brought back as it was, content included', async () => {
    const storage = indexedDbStorage()
    await storage.save(draftOf('a', one))
    const record = (await raw('drafts')).get('a') as object
    await putRaw('drafts', { ...record, format: 7 })
    const removed = await storage.remove('a')
    expect((await raw('blobs')).size).toBe(0)
    if (!removed) throw new Error('nothing was removed')
    await storage.restore(removed)
    expect((await raw('drafts')).get('a')).toEqual({ ...record, format: 7 })
    expect((await raw('blobs')).size).toBe(2)
  })

  it('says which file a draft lacks', async () => {
    const storage = indexedDbStorage()
    await storage.save(draftOf('a', one))
    const db = await openDB(NAME)
    await db.delete('blobs', text('# ours\n').hash)
    db.close()
    await expect(storage.load('a')).rejects.toThrow('lacks the content of README.md')
    expect(await storage.list()).toEqual([])
    expect(await storage.unreadable()).toEqual([
      { id: 'a', name: 'redis', reason: 'The draft lacks the content of README.md.' },
    ])
  })

  it('is told of kept states too, and gives what is there', async () => {
    const storage = indexedDbStorage()
    await storage.save(draftOf('a', two))
    for (const id of ['s', 't', 'u']) await storage.keep(snapshotOf(id, 'a', one, { name: id }))
    await putRaw('states', 'gone', 't')
    await putRaw('snapshots', { id: 'u', draftId: 'a', format: 7, name: 'u' })
    expect((await storage.snapshots('a')).map(({ id }) => id)).toEqual(['s'])
    expect(await storage.unreadableSnapshots('a')).toEqual([
      { id: 't', name: 't', reason: 'Its record is damaged.' },
      { id: 'u', name: 'u', reason: expect.stringContaining('format 7') },
    ])
    expect([...(await storage.salvageSnapshot('u')).keys()]).toEqual([
      'record.json',
      'files/promise.yaml',
      'files/README.md',
    ])
    const db = await openDB(NAME)
    await db.delete('blobs', text('kind: Promise\n').hash)
    db.close()
    expect(await storage.snapshots('a')).toEqual([])
    expect((await storage.unreadableSnapshots('a'))[0]).toEqual({
      id: 's',
      name: 's',
      reason: 'The kept state lacks the content of promise.yaml.',
    })
  })

  it('takes nothing along that others alone hold', async () => {
    const storage = indexedDbStorage()
    await storage.save(draftOf('a', one))
    await storage.save(draftOf('b', two))
    await storage.keep(snapshotOf('s', 'b', two))
    const record = (await raw('drafts')).get('a') as object
    const report = { seen: text('kind: Promise # two\n').hash }
    await putRaw('drafts', { ...record, report, format: 7 })
    const before = await raw('uses')
    const removed = await storage.remove('a')
    expect((await raw('uses')).get(report.seen)).toBe(before.get(report.seen))
    expect((await raw('blobs')).has(text('kind: Promise\n').hash)).toBe(false)
    if (removed) await storage.restore(removed)
    expect(await raw('uses')).toEqual(before)
    await storage.remove('a')
    expect((await storage.load('b'))?.files.size).toBe(2)
    await storage.remove('b')
    expect((await raw('uses')).size).toBe(0)
  })
})

describe('a database of a newer version of us', () => {
  it('is looked at and not written to', async () => {
    await indexedDbStorage().save(draftOf('a', one))
    const db = await openDB(NAME, 99)
    db.close()
    const storage = indexedDbStorage()
    expect((await storage.list()).map(({ id }) => id)).toEqual(['a'])
    expect((await storage.load('a'))?.files.size).toBe(2)
    await expect(storage.save(draftOf('b', one))).rejects.toThrow('newer version')
    await expect(storage.remove('a')).rejects.toThrow('newer version')
    expect((await raw('drafts')).size).toBe(1)
  })

  it('may be made while this page is open', async () => {
    const storage = indexedDbStorage()
    await storage.save(draftOf('a', one))
    const db = await openDB(NAME, 99) // waits until the page has let go
    db.close()
    await expect(storage.save(draftOf('b', one))).rejects.toThrow('newer version')
  })
})

describe('content', () => {
  it('is stored once, and goes when nothing holds it any more', async () => {
    const storage = indexedDbStorage()
    await storage.save(draftOf('a', one))
    await storage.save(draftOf('b', two))
    expect((await raw('blobs')).size).toBe(3)
    await storage.keep(snapshotOf('s', 'a', two))
    await storage.save(draftOf('a', two, { savedAt: 2, basedOn: 1 }))
    expect((await raw('blobs')).has(text('kind: Promise\n').hash)).toBe(false)
    await storage.remove('b')
    expect((await raw('blobs')).size).toBe(2)
    await storage.remove('a')
    expect((await raw('blobs')).size).toBe(0)
    expect((await raw('uses')).size).toBe(0)
    expect((await raw('states')).size).toBe(0)
  })

  it('is stored without the buffer that it was cut from', async () => {
    const whole = new Uint8Array(1_000).fill(65)
    const cut = FileContent.fromBytes(whole.subarray(10, 14))
    await indexedDbStorage().save(draftOf('a', new Map([['a', cut]])))
    const [stored] = [...(await raw('blobs')).values()] as Uint8Array[]
    expect(stored?.buffer.byteLength).toBe(4)
  })
})

describe('a change that breaks off', () => {
  /** Lets the `n`th write fail as a full disk does. */
  function failAt(n: number): () => boolean {
    let writes = 0
    const { put } = IDBObjectStore.prototype
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      writes += 1
      if (writes === n) throw new DOMException('The disk is full.', 'QuotaExceededError')
      return put.apply(this, args)
    })
    return () => writes >= n
  }
  const everything = async () =>
    JSON.stringify(
      await Promise.all(
        ['drafts', 'snapshots', 'states', 'tryouts', 'uses', 'blobs'].map(async (store) => [
          ...(await raw(store)),
        ]),
      ),
    )

  it('leaves all as it was, at whichever write it breaks', async () => {
    const storage = indexedDbStorage()
    await storage.save(draftOf('a', one))
    await storage.describe('a', { tryout: { request: 'x' } })
    await storage.keep(snapshotOf('s', 'a', one))
    const changes = [
      () => storage.save(draftOf('a', two, { savedAt: 2, basedOn: 1 })),
      () => storage.describe('a', { title: 'x', tryout: { request: 'y', runs: [] } }),
      () => storage.keep(snapshotOf('s', 'a', two)),
      () => storage.keep(snapshotOf('t', 'a', two)),
      () => storage.duplicate('a', { id: 'b', title: '', at: 3 }),
      () => storage.remove('a'),
    ]
    const before = await everything()
    let broken = 0
    for (const change of changes) {
      for (let n = 1; ; n += 1) {
        const reached = failAt(n)
        const outcome = await change().then(
          () => 'done',
          (error: Error) => error.message,
        )
        vi.restoreAllMocks()
        if (!reached()) {
          expect(outcome).toBe('done')
          break
        }
        expect(outcome).toBe('The storage of this browser is full (The disk is full).')
        expect(await everything()).toBe(before)
        broken += 1
      }
      // The change that went through is taken back by starting over.
      await deleteDB(NAME)
      await storage.save(draftOf('a', one))
      await storage.describe('a', { tryout: { request: 'x' } })
      await storage.keep(snapshotOf('s', 'a', one))
    }
    expect(broken).toBeGreaterThan(10)
  })

  it('is told, and the next one goes through, when the browser ends the transaction', async () => {
    const storage = indexedDbStorage()
    await storage.save(draftOf('a', one))
    const { put } = IDBObjectStore.prototype
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      const request = put.apply(this, args)
      this.transaction.abort()
      return request
    })
    const save = () => storage.save(draftOf('a', two, { savedAt: 2, basedOn: 1 }))
    await expect(save()).rejects.toThrow()
    spy.mockRestore()
    expect((await storage.load('a'))?.savedAt).toBe(1)
    await save()
    expect((await storage.load('a'))?.savedAt).toBe(2)
  })
})

it('gives what was just saved with the contents that are at hand, while they are stored', async () => {
  const storage = indexedDbStorage()
  await storage.save(draftOf('a', one))
  expect((await storage.load('a'))?.files.get('promise.yaml')).toBe(one.get('promise.yaml'))
  const other = await indexedDbStorage().load('a')
  expect(other?.files.get('promise.yaml')).not.toBe(one.get('promise.yaml'))
  const db = await openDB(NAME)
  await db.clear('blobs')
  db.close()
  await expect(storage.load('a')).rejects.toThrow('lacks the content')
})
