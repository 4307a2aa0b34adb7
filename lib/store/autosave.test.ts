import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { autosave, type SaveState } from './autosave'
import type { DraftStorage, SavedDraft } from './drafts'
import { memoryStorage } from './memory-storage'

const summary = {
  id: 'd',
  name: 'redis',
  version: '',
  group: '',
  kind: '',
  apiVersion: '',
  properties: 0,
  steps: 0,
  savedAt: 1,
}

function draft(savedAt: number, basedOn?: number): SavedDraft {
  return { id: 'd', createdAt: 0, savedAt, basedOn, files: new Map(), place: undefined, summary }
}

describe('autosave', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('stores the latest draft within half a second, however long the typing goes on', async () => {
    const storage = memoryStorage()
    let latest = 0
    let basedOn: number | undefined
    const saver = autosave(
      storage,
      () => draft(latest, basedOn),
      (_state, saved) => {
        basedOn = saved?.savedAt ?? basedOn
      },
    )
    for (let key = 1; key <= 10; key += 1) {
      latest = key
      saver.changed()
      await vi.advanceTimersByTimeAsync(50)
    }
    expect((await storage.load('d'))?.savedAt).toBeGreaterThanOrEqual(5)
  })

  it('prepares a save before it, and saves without when the page is left meanwhile', async () => {
    const saved: number[] = []
    let latest = 1
    let done: () => void = () => undefined
    const storage: DraftStorage = {
      ...memoryStorage(),
      save: async ({ savedAt }) => void saved.push(savedAt),
    }
    const preparing = () =>
      new Promise<void>((resolve) => {
        done = resolve
      })
    const saver = autosave(
      storage,
      () => draft(latest),
      () => undefined,
      preparing,
    )
    saver.changed()
    await vi.advanceTimersByTimeAsync(300)
    expect(saved).toEqual([])
    done()
    await vi.advanceTimersByTimeAsync(0)
    expect(saved).toEqual([1])

    latest = 2
    saver.changed()
    await vi.advanceTimersByTimeAsync(300)
    await saver.flush()
    expect(saved).toEqual([1, 2])
    done()
    await vi.advanceTimersByTimeAsync(300)
    expect(saved).toEqual([1, 2])
  })

  it('saves although the preparing failed', async () => {
    const storage = memoryStorage()
    const failing = () => Promise.reject(new Error('no hash'))
    const saver = autosave(
      storage,
      () => draft(7),
      () => undefined,
      failing,
    )
    saver.changed()
    await vi.advanceTimersByTimeAsync(300)
    expect((await storage.load('d'))?.savedAt).toBe(7)
  })

  it('stores the first change after a pause at once, and the next ones at a pace', async () => {
    const saved: number[] = []
    const storage: DraftStorage = {
      ...memoryStorage(),
      save: async ({ savedAt }) => {
        saved.push(savedAt)
      },
    }
    let latest = 0
    const saver = autosave(
      storage,
      () => draft(latest),
      () => undefined,
    )
    for (let key = 1; key <= 20; key += 1) {
      latest = key
      saver.changed()
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(saved).toEqual([1, 6, 11, 16])
  })

  it('goes on at its pace when the clock is set back', async () => {
    let saves = 0
    const storage: DraftStorage = {
      ...memoryStorage(),
      save: async () => {
        saves += 1
      },
    }
    const saver = autosave(
      storage,
      () => draft(1),
      () => undefined,
    )
    saver.changed()
    await vi.advanceTimersByTimeAsync(1_000)
    vi.setSystemTime(Date.now() - 3_600_000)
    saver.changed()
    await vi.advanceTimersByTimeAsync(500)
    expect(saves).toBe(2)
  })

  it('saves once more when something changed during a save', async () => {
    let release = (): void => undefined
    const saved: number[] = []
    const storage: DraftStorage = {
      ...memoryStorage(),
      save: (d) =>
        new Promise((resolve) => {
          saved.push(d.savedAt)
          release = resolve
        }),
    }
    let latest = 1
    const saver = autosave(
      storage,
      () => draft(latest),
      () => undefined,
    )
    saver.changed()
    await vi.advanceTimersByTimeAsync(300)
    latest = 2
    saver.changed()
    release()
    await vi.advanceTimersByTimeAsync(300)
    expect(saved).toEqual([1, 2])
  })

  it('tells a failure with its reason and tries again with the next change', async () => {
    const told: SaveState[] = []
    let full = true
    const storage: DraftStorage = {
      ...memoryStorage(),
      save: async () => {
        if (full) throw new Error('The disk is full.')
      },
    }
    const saver = autosave(
      storage,
      () => draft(1),
      (state) => told.push(state),
    )
    saver.changed()
    await vi.advanceTimersByTimeAsync(300)
    expect(told.at(-1)).toEqual({
      state: 'failed',
      reason: 'The disk is full.',
      elsewhere: false,
    })
    full = false
    saver.changed()
    await vi.advanceTimersByTimeAsync(300)
    expect(told.at(-1)).toEqual({ state: 'saved' })
  })

  it('tries a failed save again when asked to', async () => {
    let full = true
    const told: SaveState[] = []
    const storage: DraftStorage = {
      ...memoryStorage(),
      save: async () => {
        if (full) throw new Error('The disk is full.')
      },
    }
    const saver = autosave(
      storage,
      () => draft(1),
      (state) => told.push(state),
    )
    saver.changed()
    await saver.flush()
    full = false
    await saver.flush()
    expect(told.at(-1)).toEqual({ state: 'saved' })
  })

  it('says when it was another tab that saved', async () => {
    const told: SaveState[] = []
    const storage = memoryStorage()
    await storage.save(draft(1))
    const saver = autosave(
      storage,
      () => draft(3, 0),
      (state) => told.push(state),
    )
    saver.changed()
    await saver.flush()
    expect(told.at(-1)).toMatchObject({ state: 'failed', elsewhere: true })
  })

  it('refuses to overwrite what another tab has saved', async () => {
    const storage = memoryStorage()
    await storage.save(draft(1))
    await storage.save(draft(2, 1))
    await expect(storage.save(draft(3, 1))).rejects.toThrow('another tab')
    expect((await storage.load('d'))?.savedAt).toBe(2)
  })

  it('keeps telling a failure until a save succeeds, so that nothing flickers', async () => {
    const told: SaveState['state'][] = []
    let full = true
    const storage: DraftStorage = {
      ...memoryStorage(),
      save: async () => {
        if (full) throw new Error('The disk is full.')
      },
    }
    const saver = autosave(
      storage,
      () => draft(1),
      ({ state }) => told.push(state),
    )
    for (let key = 0; key < 3; key += 1) {
      saver.changed()
      await vi.advanceTimersByTimeAsync(300)
    }
    full = false
    await saver.flush()
    expect(told).toEqual(['pending', 'failed', 'failed', 'failed', 'saved'])
  })

  it('saves at once when the page is being left', async () => {
    const storage = memoryStorage()
    const saver = autosave(
      storage,
      () => draft(7),
      () => undefined,
    )
    saver.changed()
    await saver.flush()
    expect((await storage.load('d'))?.savedAt).toBe(7)
  })
})
