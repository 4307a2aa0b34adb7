import { afterEach, expect, test, vi } from 'vitest'
import { newPromise } from '@/lib/commands/create-promise'
import type { AccessPort } from '@/lib/store/access'
import { directAnalyst } from '@/lib/store/analyse'
import type { DraftStorage } from '@/lib/store/drafts'
import { browser } from '@/lib/store/fake-browser'
import { memoryStorage } from '@/lib/store/memory-storage'
import { openDesign } from '@/lib/store/open-design'
import { draftOf } from '@/lib/store/testing'
import { openTryout } from './open-tryout'

const names = { name: 'redis', group: 'mygroup.org', kind: 'Redis' }
const files = newPromise({ ...names, version: 'v1alpha1', registry: '' })

let ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends) await end()
  ends = []
})

async function open(storage: DraftStorage, port: AccessPort) {
  const design = await openDesign({ id: 'd', storage, port, analyst: () => directAnalyst })
  if (!design) throw new Error('no draft')
  ends.push(design.close)
  const tryout = openTryout(storage, design.store)
  await vi.waitFor(() => expect(tryout.getState().ready).toBe(true))
  return { design, tryout }
}

test('what was tried goes along when another tab takes the draft over', async () => {
  const storage = memoryStorage()
  await storage.save(draftOf('d', files))
  const { tab } = browser()
  const first = await open(storage, tab())
  const second = await open(storage, tab())
  first.tryout.getState().write('of the first')
  second.tryout.getState().write('of one who looks on')
  expect(second.tryout.getState().request).toBeUndefined()
  await second.design.takeOver()
  await vi.waitFor(() => expect(second.tryout.getState().request).toBe('of the first'))
  first.tryout.getState().write('too late')
  expect(first.tryout.getState().request).toBe('of the first')
  second.tryout.getState().write('of the second')
  await second.design.store.getState().flush()
  await vi.waitFor(() => expect(first.tryout.getState().request).toBe('of the second'))
  expect(await storage.tryout('d')).toMatchObject({ request: 'of the second' })
})

test('who looks on sees what is tried, each time that it is stored', async () => {
  const storage = memoryStorage()
  await storage.save(draftOf('d', files))
  const { tab } = browser()
  const first = await open(storage, tab())
  const second = await open(storage, tab())
  for (const request of ['once', 'twice']) {
    first.tryout.getState().write(request)
    await first.design.store.getState().flush()
    await vi.waitFor(() => expect(second.tryout.getState().request).toBe(request))
  }
  expect(second.design.store.getState().watching).toBe(true)
})

test('a tab from which the draft was taken writes over nothing', async () => {
  const storage = memoryStorage()
  await storage.save(draftOf('d', files))
  const { tab } = browser()
  const first = await open(storage, tab())
  const second = await open(storage, tab())
  await second.design.takeOver(true)
  await vi.waitFor(() => expect(first.design.store.getState().watching).toBe(true))
  await expect(
    first.design.store.getState().describe({ tryout: { request: 'old' } }),
  ).rejects.toThrow('took this draft over')
  expect(await storage.tryout('d')).toBeUndefined()
})

test('what is typed into the request is stored with the design, when the page is left', async () => {
  const storage = memoryStorage()
  await storage.save(draftOf('d', files))
  const { design, tryout } = await open(storage, browser().tab())
  tryout.getState().write('a')
  await design.store.getState().flush()
  expect(await storage.tryout('d')).toMatchObject({ request: 'a' })
})
