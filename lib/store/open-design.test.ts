import { afterEach, describe, expect, it, vi } from 'vitest'
import { newPromise } from '@/lib/commands/create-promise'
import { setPromiseName } from '@/lib/commands/set-promise-name'
import type { AccessPort } from './access'
import { directAnalyst } from './analyse'
import type { DraftStorage } from './drafts'
import { browser } from './fake-browser'
import { memoryStorage } from './memory-storage'
import { type OpenDesign, openDesign } from './open-design'
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

async function open(storage: DraftStorage, port: AccessPort): Promise<OpenDesign> {
  const design = await openDesign({ id: 'd', storage, port, analyst: () => directAnalyst })
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

describe('an open draft', () => {
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
