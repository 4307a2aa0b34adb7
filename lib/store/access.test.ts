import { describe, expect, it, vi } from 'vitest'
import { type Access, type AccessEvents, type AccessPort, openAccess } from './access'
import { browser } from './fake-browser'

interface Tab {
  readonly access: Access
  readonly events: { [K in keyof AccessEvents]: ReturnType<typeof vi.fn<AccessEvents[K]>> }
}

async function open(port: AccessPort): Promise<Tab> {
  const events = {
    role: vi.fn<AccessEvents['role']>(),
    release: vi.fn<AccessEvents['release']>(async () => undefined),
    saved: vi.fn<AccessEvents['saved']>(),
  }
  return { access: await openAccess('d', port, events), events }
}

const roles = (...tabs: readonly Tab[]) => tabs.map(({ access }) => access.role)

describe('access to a draft', () => {
  it('belongs to the first tab; others watch and hear what it saves', async () => {
    const { tab } = browser()
    const [first, second, third] = [await open(tab()), await open(tab()), await open(tab())]
    expect(roles(first, second, third)).toEqual(['owner', 'watcher', 'watcher'])
    first.access.announce()
    await vi.waitFor(() => expect(third.events.saved).toHaveBeenCalledOnce())
    expect(second.events.saved).toHaveBeenCalledOnce()
  })

  it('goes to the next tab when the owner is closed', async () => {
    const { tab } = browser()
    const [first, second, third] = [await open(tab()), await open(tab()), await open(tab())]
    first.access.close()
    await vi.waitFor(() => expect(second.events.role).toHaveBeenCalledWith('owner'))
    expect(roles(second, third)).toEqual(['owner', 'watcher'])
  })

  it('is taken over after the owner has saved, also past one who waits longer', async () => {
    const { tab } = browser()
    const [first, second, third] = [await open(tab()), await open(tab()), await open(tab())]
    expect(await third.access.takeOver()).toBeUndefined()
    expect(first.events.release).toHaveBeenCalledOnce()
    await vi.waitFor(() =>
      expect(roles(first, second, third)).toEqual(['watcher', 'watcher', 'owner']),
    )
    expect(first.events.role).toHaveBeenLastCalledWith('watcher')
    // And back again.
    await first.access.takeOver()
    await vi.waitFor(() =>
      expect(roles(first, second, third)).toEqual(['owner', 'watcher', 'watcher']),
    )
  })

  it('stays with an owner who cannot save, unless it is taken anyway', async () => {
    const { tab } = browser()
    const [first, second] = [await open(tab()), await open(tab())]
    first.events.release.mockRejectedValue(new Error('The disk is full.'))
    expect(await second.access.takeOver()).toEqual({ refused: 'The disk is full.' })
    expect(first.events.role).toHaveBeenLastCalledWith('owner')
    expect(roles(first, second)).toEqual(['owner', 'watcher'])
    await second.access.takeOver(true)
    await vi.waitFor(() => expect(roles(first, second)).toEqual(['watcher', 'owner']))
  })

  it('is taken from a tab that does not answer', async () => {
    vi.useFakeTimers()
    try {
      const { tab } = browser()
      const port = tab()
      const [first, second] = [await open(port), await open(tab())]
      port.freeze()
      const taking = second.access.takeOver()
      await vi.advanceTimersByTimeAsync(3_000)
      await taking
      await vi.advanceTimersByTimeAsync(0)
      expect(roles(first, second)).toEqual(['watcher', 'owner'])
    } finally {
      vi.useRealTimers()
    }
  })

  it('returns to the owner when the tab that asked has gone', async () => {
    vi.useFakeTimers()
    try {
      const { tab } = browser()
      const [first, second] = [await open(tab()), await open(tab())]
      void second.access.takeOver()
      second.access.close()
      await vi.advanceTimersByTimeAsync(3_000)
      expect(first.access.role).toBe('owner')
      expect(first.events.role).toHaveBeenLastCalledWith('owner')
    } finally {
      vi.useRealTimers()
    }
  })

  it('is everybody’s where the browser has no locks', async () => {
    const { tab } = browser()
    const port = { ...tab(), locks: undefined }
    const [first, second] = [await open(port), await open(port)]
    expect(roles(first, second)).toEqual(['owner', 'owner'])
    expect(await second.access.takeOver()).toBeUndefined()
  })

  it('is everybody’s where the browser refuses locks', async () => {
    const refused = async () => {
      throw new DOMException('Access to the Locks API is denied in this context.', 'SecurityError')
    }
    const port: AccessPort = { ...browser().tab(), locks: { request: refused } }
    const [first, second] = [await open(port), await open(port)]
    expect(roles(first, second)).toEqual(['owner', 'owner'])
    expect(first.events.role).not.toHaveBeenCalledWith('watcher')
  })

  it('is free again when the last tab has been closed', async () => {
    const { tab } = browser()
    const first = await open(tab())
    first.access.close()
    const second = await open(tab())
    expect(second.access.role).toBe('owner')
  })
})
