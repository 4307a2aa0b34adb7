import { describe, expect, it } from 'vitest'
import type { Tree } from '@/lib/patch/compare'
import type { Files } from '@/lib/promise/files'
import { memoryStorage } from './memory-storage'
import { createKeptStates, KEPT_DOWNLOADS } from './snapshots'
import { draftOf, filesOf } from './testing'

const built = (files: Files): Tree =>
  new Map([...files].map(([path, content]) => [path, { content, executable: false }]))
const stateOf = (text: string) => {
  const authored = filesOf({ 'promise.yaml': text })
  return { authored, built: built(filesOf({ 'promise.yaml': text, README: 'made' })) }
}

async function kept() {
  const storage = memoryStorage()
  await storage.save(draftOf('d', filesOf({ 'promise.yaml': 'a' })))
  let time = 100
  const store = createKeptStates(storage, 'd', () => time++)
  await store.getState().refresh()
  const names = () => store.getState().list?.map(({ name }) => name)
  return { storage, store, names, states: () => store.getState() }
}

describe('kept states', () => {
  it('are listed latest first, with their size, and opened again as they were', async () => {
    const { states, names } = await kept()
    expect(states()).toMatchObject({ list: [], base: undefined, fault: undefined })
    await states().keep('named', 'first', stateOf('one'))
    await states().keep('download', 'redis.zip', stateOf('two'))
    expect(names()).toEqual(['redis.zip', 'first'])
    expect(states().list?.[1]).toMatchObject({ kind: 'named', at: 100, files: 2, bytes: 7 })
    const opened = await states().open(states().list?.[1]?.id ?? '')
    expect(opened.authored.get('promise.yaml')?.text).toBe('one')
    expect([...opened.built.keys()]).toEqual(['promise.yaml', 'README'])
  })

  it('count changes from the last download or folder, else from what was opened', async () => {
    const { states } = await kept()
    const base = () => states().base?.name
    await states().keep('named', 'first', stateOf('one'))
    expect(base()).toBeUndefined()
    await states().keep('opened', 'repo', stateOf('one'))
    expect(base()).toBe('repo')
    const { state } = await states().keep('download', 'zip', stateOf('two'))
    await states().keep('named', 'later', stateOf('three'))
    expect(base()).toBe('zip')
    await states().keep('folder', 'disk', stateOf('three'))
    expect(base()).toBe('disk')
    await states().forget(states().base?.id ?? '')
    expect(states().base?.id).toBe(state.id)
  })

  it('keep what is replaced once, and not what is kept already', async () => {
    const { states, names } = await kept()
    await states().keep('download', 'zip', stateOf('one'))
    expect(await states().keepBefore('Before', stateOf('one'))).toBeUndefined()
    await states().keepBefore('Before', stateOf('two'))
    await states().keepBefore('Before again', stateOf('two'))
    expect(names()).toEqual(['Before', 'zip'])
  })

  it('drop the oldest downloads when there are too many, and nothing else', async () => {
    const { states, names } = await kept()
    await states().keep('opened', 'repo', stateOf('0'))
    await states().keep('named', 'mine', stateOf('0'))
    for (let i = 0; i < KEPT_DOWNLOADS; i++) {
      const kind = i % 2 === 0 ? 'download' : 'folder'
      expect((await states().keep(kind, `d${i}`, stateOf(`${i}`))).dropped).toEqual([])
    }
    const { dropped } = await states().keep('download', 'last', stateOf('last'))
    expect(dropped.map(({ name }) => name)).toEqual(['d0'])
    expect(names()).toHaveLength(KEPT_DOWNLOADS + 2)
    expect(names()?.slice(-3)).toEqual(['d1', 'mine', 'repo'])
  })

  it('come back after they were deleted', async () => {
    const { states, names } = await kept()
    const { state } = await states().keep('named', 'first', stateOf('one'))
    const back = await states().forget(state.id)
    expect(names()).toEqual([])
    await expect(states().open(state.id)).rejects.toThrow('not kept any more')
    await back()
    expect(states().list?.map(({ id }) => id)).toEqual([state.id])
    expect((await states().open(state.id)).authored.get('promise.yaml')?.text).toBe('one')
  })

  it('say why they cannot be read, and are there again once they can', async () => {
    const { storage, store, states } = await kept()
    const { snapshots } = storage
    storage.snapshots = () => Promise.reject(new Error('The browser refused.'))
    await states().refresh()
    expect(states().fault).toBe('The browser refused.')
    await expect(store.getState().keep('named', 'x', stateOf('x'))).rejects.toThrow('refused')
    storage.snapshots = snapshots
    await states().refresh()
    expect(states().fault).toBeUndefined()
    expect(states().list).toHaveLength(1)
  })
})
