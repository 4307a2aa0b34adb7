import { afterEach, describe, expect, it, vi } from 'vitest'
import { newPromise } from '@/lib/commands/create-promise'
import { setPromiseName } from '@/lib/commands/set-promise-name'
import type { AccessPort } from './access'
import { directAnalyst } from './analyse'
import type { DraftStorage } from './drafts'
import { browser } from './fake-browser'
import { memoryStorage } from './memory-storage'
import { type OpenDesign, type OpenDesignOptions, openDesign } from './open-design'
import { draftOf } from './testing'

const files = newPromise({
  name: 'redis',
  group: 'mygroup.org',
  kind: 'Redis',
  version: 'v1alpha1',
  registry: '',
})

let tabs: OpenDesign[] = []
afterEach(async () => {
  for (const tab of tabs) await tab.close()
  tabs = []
})

async function open(
  storage: DraftStorage,
  port: AccessPort,
  onFault?: OpenDesignOptions['onFault'],
): Promise<OpenDesign> {
  const analyst = () => directAnalyst
  const design = await openDesign({ id: 'd', storage, port, analyst, onFault })
  if (!design) throw new Error('no draft')
  tabs.push(design)
  return design
}

const nameIn = ({ store }: OpenDesign) => store.getState().reading.view.name
const rename = ({ store }: OpenDesign, name: string) => store.getState().run(setPromiseName(name))
const watching = ({ store }: OpenDesign) => store.getState().watching
const settled = (check: () => void) => vi.waitFor(check, { timeout: 20_000 })

describe('a draft in two tabs', () => {
  it('is changed in one and followed in the other', async () => {
    const storage = memoryStorage()
    await storage.save(draftOf('d', files))
    const { tab } = browser()
    const [first, second] = [await open(storage, tab()), await open(storage, tab())]
    expect([watching(first), watching(second)]).toEqual([false, true])
    rename(first, 'cache')
    await settled(() => expect(nameIn(second)).toBe('cache'))
    expect(rename(second, 'other')).toBe(false)
  })

  it('changes hands without losing what was not saved yet', async () => {
    const storage = memoryStorage()
    await storage.save(draftOf('d', files))
    const { tab } = browser()
    const [first, second] = [await open(storage, tab()), await open(storage, tab())]
    rename(first, 'cache')
    await second.takeOver()
    await settled(() => expect([watching(first), watching(second)]).toEqual([true, false]))
    expect(nameIn(second)).toBe('cache')
    rename(second, 'store')
    await settled(() => expect(nameIn(first)).toBe('store'))
    expect(first.store.getState().save).toEqual({ state: 'saved' })
  })

  it('goes to the other tab when the first is closed, with the latest state', async () => {
    const storage = memoryStorage()
    await storage.save(draftOf('d', files))
    const { tab } = browser()
    const [first, second] = [await open(storage, tab()), await open(storage, tab())]
    rename(first, 'cache')
    await first.close()
    await settled(() => expect(watching(second)).toBe(false))
    expect(nameIn(second)).toBe('cache')
    expect(rename(second, 'store')).toBe(true)
  })

  it('stays where it cannot be saved, and what is there is kept', async () => {
    const storage = memoryStorage()
    await storage.save(draftOf('d', files))
    const full: DraftStorage = {
      ...storage,
      save: async () => {
        throw new Error('The disk is full.')
      },
    }
    const { tab } = browser()
    const [first, second] = [await open(full, tab()), await open(storage, tab())]
    rename(first, 'cache')
    expect(await second.takeOver()).toEqual({ refused: 'The disk is full.' })
    expect([watching(first), watching(second)]).toEqual([false, true])
    expect(rename(first, 'more')).toBe(true)

    await second.takeOver(true)
    await settled(() => expect([watching(first), watching(second)]).toEqual([true, false]))
    rename(second, 'store')
    await second.store.getState().flush()
    // What the first tab could not save stands there still: it follows nobody.
    expect(nameIn(first)).toBe('more')
    expect(first.store.getState().save).toMatchObject({ state: 'failed' })
  })
})

describe('a draft that is taken from a tab', () => {
  it('is not written by a save that was under way, which is told there', async () => {
    const storage = memoryStorage()
    await storage.save(draftOf('d', files))
    const { tab } = browser()
    let thaw = (): void => undefined
    const frozen = new Promise<void>((resolve) => {
      thaw = resolve
    })
    const slow: DraftStorage = {
      ...storage,
      save: (draft, may) => frozen.then(() => storage.save(draft, may)),
    }
    const [first, second] = [await open(slow, tab()), await open(storage, tab())]
    rename(first, 'cache')
    const saving = first.store.getState().flush()
    await second.takeOver(true)
    await settled(() => expect([watching(first), watching(second)]).toEqual([true, false]))
    thaw()
    await saving
    expect(first.store.getState().save).toMatchObject({ state: 'failed', elsewhere: true })
    expect(nameIn(first)).toBe('cache')
    rename(second, 'store')
    await second.store.getState().flush()
    expect(second.store.getState().save).toEqual({ state: 'saved' })
    expect((await storage.load('d'))?.summary.name).toBe('store')
  })

  it('is not written by what was to be saved next', async () => {
    const storage = memoryStorage()
    await storage.save(draftOf('d', files))
    const { tab } = browser()
    const [first, second] = [await open(storage, tab()), await open(storage, tab())]
    const taking = second.takeOver(true)
    rename(first, 'cache')
    await taking
    await settled(() => expect(watching(second)).toBe(false))
    await settled(() =>
      expect(first.store.getState().save).toMatchObject({ state: 'failed', elsewhere: true }),
    )
    expect((await storage.load('d'))?.summary.name).toBe('redis')
  })

  it('is watched there when that happened while it was loaded', async () => {
    const storage = memoryStorage()
    await storage.save(draftOf('d', files))
    const { tab } = browser()
    let go = (): void => undefined
    const gate = new Promise<void>((resolve) => {
      go = resolve
    })
    const slow: DraftStorage = {
      ...storage,
      load: async (id) => {
        const draft = await storage.load(id)
        await gate
        return draft
      },
    }
    const opening = open(slow, tab())
    await new Promise((resolve) => setTimeout(resolve))
    const second = await open(storage, tab())
    expect(watching(second)).toBe(true)
    await second.takeOver()
    await settled(() => expect(watching(second)).toBe(false))
    go()
    expect([watching(await opening), watching(second)]).toEqual([true, false])
  })

  it('can be had once it can be read, where it could not when the other tab went', async () => {
    const storage = memoryStorage()
    await storage.save(draftOf('d', files))
    const { tab } = browser()
    let broken = false
    const shaky: DraftStorage = {
      ...storage,
      load: async (id) => {
        if (broken) throw new Error('The disk failed.')
        return storage.load(id)
      },
    }
    const faults: [reason: string, retry: () => void][] = []
    const first = await open(storage, tab())
    const second = await open(shaky, tab(), (...fault) => faults.push(fault))
    broken = true
    await first.close()
    await settled(() => expect(faults).toHaveLength(1))
    expect(await second.takeOver()).toBeUndefined()
    await settled(() => expect(faults).toHaveLength(2))
    expect([faults[1]?.[0], watching(second)]).toEqual(['The disk failed.', true])
    broken = false
    faults[0]?.[1]()
    await settled(() => expect(watching(second)).toBe(false))
  })
})

describe('an open draft', () => {
  it('is saved although no other tab can be told', async () => {
    const storage = memoryStorage()
    await storage.save(draftOf('d', files))
    const port = browser().tab()
    const mute: AccessPort = {
      ...port,
      channel: (name) =>
        Object.assign(port.channel(name), {
          postMessage: () => {
            throw new Error('closed')
          },
        }),
    }
    const design = await open(storage, mute)
    rename(design, 'cache')
    await design.store.getState().flush()
    expect(design.store.getState().save).toEqual({ state: 'saved' })
  })

  it('that was deleted meanwhile is not brought back by a save, but can be kept', async () => {
    const storage = memoryStorage()
    await storage.save(draftOf('d', files))
    const design = await open(storage, browser().tab())
    await storage.remove('d')
    rename(design, 'cache')
    await design.store.getState().flush()
    expect(design.store.getState().save).toMatchObject({ state: 'failed', elsewhere: true })
    expect(await storage.load('d')).toBeUndefined()
  })

  it('is saved again when it was held by the page alone', async () => {
    const storage = memoryStorage()
    await storage.save(draftOf('d', files))
    const full: DraftStorage = {
      ...storage,
      load: async () => draftOf('d', files, { savedAt: 2, basedOn: 1 }),
      save: async () => {
        throw new Error('The disk is full.')
      },
    }
    const design = await open(full, browser().tab())
    expect(design.store.getState().save.state).toBe('pending')
    await settled(() => expect(design.store.getState().save.state).toBe('failed'))
  })

  it('is not there, or cannot be read, and is let go', async () => {
    const { tab } = browser()
    const options = { id: 'd', port: tab(), analyst: () => directAnalyst }
    expect(await openDesign({ ...options, storage: memoryStorage() })).toBeUndefined()
    const broken: DraftStorage = {
      ...memoryStorage(),
      load: async () => {
        throw new Error('damaged')
      },
    }
    await expect(openDesign({ ...options, storage: broken })).rejects.toThrow('damaged')
    const storage = memoryStorage()
    await storage.save(draftOf('d', files))
    expect(watching(await open(storage, tab()))).toBe(false)
  })

  it('is listed with its count of problems, which opening alone does not date anew', async () => {
    const storage = memoryStorage()
    await storage.save(draftOf('d', files))
    const design = await open(storage, browser().tab())
    await settled(async () => expect((await storage.list())[0]?.problems).toBeDefined())
    const { errors } = (await storage.list())[0]?.problems ?? { errors: -1 }
    rename(design, 'Not A Name')
    await settled(async () =>
      expect((await storage.list())[0]?.problems?.errors).toBeGreaterThan(errors),
    )
  })
})
