/** Code that is fetched when it is first wanted, or earlier while the page is idle. */
export interface Code<T> {
  /** What was fetched; `undefined` until then. */
  now(): T | undefined
  /** Fetches once; a call after a failure tries again. @throws Error when it cannot be fetched. */
  get(): Promise<T>
}

export interface CodeOptions {
  /** `false`: too large to be fetched before it is wanted. */
  readonly whenIdle?: boolean
}

const waiting: (() => Promise<unknown>)[] = []
let started = false

/** Tells of code in a chunk of its own. `fetch` imports it. */
export function code<T>(fetch: () => Promise<T>, { whenIdle = true }: CodeOptions = {}): Code<T> {
  let have: { readonly it: T } | undefined
  let coming: Promise<T> | undefined
  const get = () => {
    coming ??= fetch().then(
      (it) => {
        have = { it }
        return it
      },
      (error: unknown) => {
        coming = undefined // the network may be back for the next call
        throw error
      },
    )
    return coming
  }
  if (whenIdle) {
    waiting.push(get)
    if (started && waiting.length === 1) whenQuiet(next)
  }
  return { now: () => have?.it, get }
}

/**
 * From now on all code that waits is fetched, one after the other, whenever the page has nothing
 * better to do: then nobody waits for it, and all works without a network. Call it once the page
 * can be used.
 */
export function fetchWhenIdle(): void {
  if (started) return
  started = true
  whenQuiet(next)
}

function next(): void {
  const get = waiting.shift()
  if (!get) return
  // A failure is told when the code is wanted.
  const after = () => {
    if (waiting.length > 0) whenQuiet(next)
  }
  get().then(after, after)
}

/** Runs `run` once the page has nothing better to do, after two seconds at the latest. */
export function whenQuiet(run: () => void): void {
  // Safari has no idle callback.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 2000 })
  else setTimeout(run, 200)
}
