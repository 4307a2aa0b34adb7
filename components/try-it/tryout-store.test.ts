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

/** A storage of one draft, with what it was told last. */
function stored(tryout?: unknown) {
  const state = { tryout, refuses: false }
  return {
    state,
    tryout: async () => state.tryout,
    describe: async (_id: string, words: { tryout?: unknown }) => {
      if (state.refuses) throw new Error('full')
      state.tryout = words.tryout
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
