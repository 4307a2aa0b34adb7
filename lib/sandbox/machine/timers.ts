import type { Ending } from './ending'
import { missing } from './missing'

/** The clock of where the machine stands: of a worker, of Node. */
export interface Clock {
  readonly setTimeout: (run: () => void, wait: number) => unknown
  readonly clearTimeout: (timer: never) => void
  readonly now: () => number
}

/** A timer as Node gives it. */
interface Timer {
  ref(): Timer
  unref(): Timer
  hasRef(): boolean
  [Symbol.toPrimitive](): number
}

/** Under this name a function says how it is as a promise (`util.promisify.custom`). */
export const PROMISIFIED = Symbol.for('nodejs.util.promisify.custom')

type Callback = (...given: unknown[]) => unknown

/**
 * Timers that are counted: a program has ended when its main module has, and nothing is awaited.
 * @param guard runs what a timer calls, and meets what it throws
 */
export function timers(clock: Clock, ending: Ending, guard: (run: () => unknown) => void) {
  const open = new Map<number, { readonly native: unknown; counts: boolean }>()
  let last = 0

  const start = (run: Callback, wait: number, given: readonly unknown[], again: boolean): Timer => {
    if (typeof run !== 'function') {
      const error = new TypeError('The "callback" argument must be of type function.')
      throw Object.assign(error, { code: 'ERR_INVALID_ARG_TYPE' })
    }
    const id = ++last
    const fire = () => {
      const timer = open.get(id)
      if (!timer) return
      if (again) open.set(id, { ...timer, native: clock.setTimeout(fire, wait) })
      else open.delete(id)
      guard(() => run(...given))
    }
    open.set(id, { native: clock.setTimeout(fire, wait), counts: true })
    const count = (counts: boolean) => {
      const timer = open.get(id)
      if (timer) timer.counts = counts
      return made
    }
    const made: Timer = {
      ref: () => count(true),
      unref: () => count(false),
      hasRef: () => open.get(id)?.counts ?? false,
      [Symbol.toPrimitive]: () => id,
    }
    return made
  }
  const clear = (timer: unknown): void => {
    if (timer === undefined || timer === null) return
    const id = Number(timer)
    const one = open.get(id)
    if (!one) return
    clock.clearTimeout(one.native as never)
    open.delete(id)
  }
  const waitOf = (wait: unknown): number => Math.max(1, Number(wait) || 1)
  const functions = {
    setTimeout: (run: Callback, wait?: unknown, ...given: unknown[]) =>
      start(run, waitOf(wait), given, false),
    setInterval: (run: Callback, wait?: unknown, ...given: unknown[]) =>
      start(run, waitOf(wait), given, true),
    setImmediate: (run: Callback, ...given: unknown[]) => start(run, 0, given, false),
    clearTimeout: clear,
    clearInterval: clear,
    clearImmediate: clear,
  }
  const promises = {
    setTimeout: (wait?: unknown, value?: unknown) =>
      new Promise((resolve) => functions.setTimeout(() => resolve(value), wait)),
    setImmediate: (value?: unknown) =>
      new Promise((resolve) => functions.setImmediate(() => resolve(value))),
    setInterval: missing('node:timers/promises.setInterval', ending),
  }
  Object.assign(functions.setTimeout, { [PROMISIFIED]: promises.setTimeout })
  Object.assign(functions.setImmediate, { [PROMISIFIED]: promises.setImmediate })
  return {
    functions,
    promises,
    /** Calls back when what runs now is through; the program does not end before. */
    later: (run: () => void): void => void functions.setImmediate(run),
    /** Nothing is awaited any more. */
    idle: (): boolean => ![...open.values()].some(({ counts }) => counts),
  }
}
