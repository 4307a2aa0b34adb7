import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

/** Each test has the module anew: what waits belongs to the page. */
const load = () => import('./code')
let page: Awaited<ReturnType<typeof load>>

beforeEach(async () => {
  vi.useFakeTimers()
  vi.resetModules()
  page = await load()
})
afterEach(() => vi.useRealTimers())

const quiet = () => vi.advanceTimersByTimeAsync(2000)

describe('code in a chunk of its own', () => {
  test('is fetched once, when it is first wanted', async () => {
    const fetch = vi.fn(async () => 'it')
    const part = page.code(fetch)
    expect(part.now()).toBeUndefined()
    expect(await Promise.all([part.get(), part.get()])).toEqual(['it', 'it'])
    expect(part.now()).toBe('it')
    expect(fetch).toHaveBeenCalledTimes(1)
  })
  test('is fetched again after a failure', async () => {
    const fetch = vi.fn(async () => 'it').mockRejectedValueOnce(new Error('no network'))
    const part = page.code(fetch)
    await expect(part.get()).rejects.toThrow('no network')
    expect(await part.get()).toBe('it')
  })
  test('comes by itself while the page is quiet, one after the other, unless it is too large', async () => {
    const fetched: string[] = []
    for (const name of ['a', 'b']) page.code(async () => fetched.push(name))
    page.code(async () => fetched.push('large'), { whenIdle: false })
    await quiet()
    expect(fetched).toEqual([])
    page.fetchWhenIdle()
    await quiet()
    expect(fetched).toEqual(['a', 'b'])
  })
})
