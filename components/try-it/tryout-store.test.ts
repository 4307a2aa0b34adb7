import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { redisFiles } from '@/lib/build/testing'
import { readKept } from '@/lib/tryout/kept'
import { run } from '@/lib/tryout/run'
import { around, destination, request } from '@/lib/tryout/testing'
import { createTryout } from './tryout-store'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

type Parts = Readonly<Record<string, unknown>>

/** A storage of one draft, with what it was told last. */
function stored(tryout?: Parts) {
  const told: string[][] = []
  const state = { tryout, told, refuses: false, unreadable: false, saves: 0 }
  return {
    state,
    tryout: async () => {
      if (state.unreadable) throw new Error('damaged')
      return state.tryout
    },
    describe: async (words: { tryout?: Parts }) => {
      state.saves += 1
      if (state.refuses) throw new Error('full')
      state.told.push(Object.keys(words.tryout ?? {}).sort())
      state.tryout = { ...state.tryout, ...words.tryout }
    },
  }
}

async function open(storage: ReturnType<typeof stored>) {
  const store = createTryout(storage, 'a')
  await vi.advanceTimersByTimeAsync(0)
  return store
}

test('what is tried is stored a moment after the last change, and read back', async () => {
  const storage = stored()
  const store = await open(storage)
  store.getState().write('kind: Redis\n')
  store.getState().place([destination('a')])
  expect(storage.state.tryout).toBeUndefined()
  await vi.advanceTimersByTimeAsync(500)
  const again = await open(stored(structuredClone(storage.state.tryout)))
  expect(again.getState()).toMatchObject({
    request: 'kind: Redis\n',
    destinations: [destination('a')],
  })
})

test('a storage that refuses is told, and the work goes on', async () => {
  const storage = stored()
  const store = await open(storage)
  storage.state.refuses = true
  store.getState().write('a')
  await vi.advanceTimersByTimeAsync(500)
  expect(store.getState()).toMatchObject({ request: 'a', fault: 'This is not kept: full' })
  storage.state.refuses = false
  store.getState().write('b')
  await vi.advanceTimersByTimeAsync(500)
  expect(store.getState().fault).toBeUndefined()
})

test('typing is taken back as one; a pause begins another step', async () => {
  const store = await open(stored())
  const { write, undo, redo } = store.getState()
  write('a')
  write('ab')
  await vi.advanceTimersByTimeAsync(1000)
  write('abc')
  undo()
  expect(store.getState().request).toBe('ab')
  undo()
  expect(store.getState()).toMatchObject({ request: undefined, canUndo: false, canRedo: true })
  undo()
  redo()
  redo()
  expect(store.getState()).toMatchObject({ request: 'abc', canRedo: false })
})

test('of the runs that are kept the oldest goes', async () => {
  const storage = stored()
  const store = await open(storage)
  const made = run(redisFiles(), request(), around(), () => 0)
  for (let n = 1; n <= 9; n++) store.getState().keep({ id: String(n), name: `run ${n}`, run: made })
  store.getState().rename('9', 'last')
  store.getState().forget('8')
  await vi.advanceTimersByTimeAsync(500)
  expect(readKept(structuredClone(storage.state.tryout)).runs.map(({ name }) => name)).toEqual([
    'last',
    ...[7, 6, 5, 4, 3, 2].map((n) => `run ${n}`),
  ])
})

test('a step is fed, and what it was fed forgotten', async () => {
  const store = await open(stored())
  const recorded = { output: { 'a.yaml': 'a: 1\n' }, metadata: {}, input: '' }
  store.getState().feed('resource/configure/one/a', recorded)
  expect(store.getState().recorded).toEqual({ 'resource/configure/one/a': recorded })
  store.getState().feed('resource/configure/one/a', undefined)
  expect(store.getState().recorded).toEqual({})
})

test('edits that come faster than the screen is painted each find their place', async () => {
  const store = await open(stored())
  const { edit } = store.getState()
  // Two in one task, as the editor counts them: each in the text after the one before.
  edit([{ from: 0, to: 0, insert: 'a' }], 'x: 1\n')
  edit([{ from: 1, to: 1, insert: 'b' }], 'ax: 1\n')
  expect(store.getState().request).toBe('abx: 1\n')
  // And one that was counted before another was there.
  edit([{ from: 5, to: 6, insert: '2' }], 'abx: 1\n')
  edit([{ from: 0, to: 2, insert: '' }], 'abx: 1\n')
  expect(store.getState().request).toBe('x: 2\n')
})

test('what cannot be read is not overwritten, and is there once it can be read', async () => {
  const storage = stored({ request: 'kept' })
  storage.state.unreadable = true
  const store = await open(storage)
  const fault = 'What was tried cannot be read: damaged'
  expect(store.getState()).toMatchObject({ ready: false, fault })
  store.getState().write('over it')
  store.getState().place([destination('a')])
  await vi.advanceTimersByTimeAsync(1000)
  expect(storage.state).toMatchObject({ tryout: { request: 'kept' }, saves: 0 })
  expect(store.getState().request).toBeUndefined()
  storage.state.unreadable = false
  await store.getState().read()
  expect(store.getState()).toMatchObject({ ready: true, fault: undefined, request: 'kept' })
  store.getState().write('now')
  await vi.advanceTimersByTimeAsync(500)
  expect(storage.state.tryout).toMatchObject({ request: 'now' })
})

test('who types without a pause loses half a second at most', async () => {
  const storage = stored()
  const store = await open(storage)
  const at: number[] = []
  for (let n = 1; n <= 50; n++) {
    store.getState().write('x'.repeat(n))
    await vi.advanceTimersByTimeAsync(100)
    const { request = '' } = (storage.state.tryout ?? {}) as { request?: string }
    at.push(n - request.length)
  }
  expect(Math.max(...at)).toBeLessThan(5)
  expect(storage.state.saves).toBeLessThan(25)
})

test('leaving saves at once', async () => {
  const storage = stored()
  const store = await open(storage)
  store.getState().write('x')
  await store.getState().flush()
  expect(storage.state.tryout).toMatchObject({ request: 'x' })
})

test('while another tab has the draft nothing is changed, and then all is read anew', async () => {
  const storage = stored({ request: 'a' })
  const store = await open(storage)
  const { write, undo, place, choose, watch } = store.getState()
  write('b')
  await vi.advanceTimersByTimeAsync(500)
  watch(true)
  const { saves } = storage.state
  write('c')
  undo()
  place([])
  choose({ type: 'promise', action: 'delete' })
  await vi.advanceTimersByTimeAsync(500)
  expect(store.getState()).toMatchObject({ request: 'b', destinations: undefined })
  expect(storage.state).toMatchObject({ saves, tryout: { request: 'b' } })
  storage.state.tryout = { request: 'of the other tab' }
  watch(false)
  await vi.advanceTimersByTimeAsync(0)
  expect(store.getState()).toMatchObject({ request: 'of the other tab', canUndo: false })
  write('d')
  await vi.advanceTimersByTimeAsync(500)
  expect(storage.state.tryout).toMatchObject({ request: 'd' })
})

test('a kept run is stored once, whatever is typed or named afterwards', async () => {
  const made = run(redisFiles(), request(), around(), () => 0)
  const before = { request: 'a', runs: [{ id: '0', name: 'of old', run: made }] }
  const storage = stored(before)
  const store = await open(storage)
  const { keep, write, rename, forget } = store.getState()
  const told = async () => {
    await store.getState().flush()
    return storage.state.told.splice(0).flat()
  }
  keep({ id: '1', name: 'run', run: made })
  // What lay in the list of names gets a part of its own.
  expect(await told()).toEqual(expect.arrayContaining(['run/0', 'run/1', 'runs']))
  write('b')
  expect(await told()).toEqual(['request'])
  rename('1', 'mine')
  expect(await told()).toEqual(['runs'])
  forget('0')
  expect(await told()).toEqual(['run/0', 'runs'])
  expect(storage.state.tryout?.['run/0']).toBeUndefined()
  expect(readKept(structuredClone(storage.state.tryout))).toMatchObject({
    request: 'b',
    runs: [{ id: '1', name: 'mine', run: made }],
  })
})
