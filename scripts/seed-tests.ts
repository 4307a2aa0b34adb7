import * as fc from 'fast-check'
import { afterAll, vi } from 'vitest'

// One seed for all random tests of a run, so that a run can be repeated: FC_SEED=… takes another,
// FC_SEED=random a new one, which a failure prints.
const wanted = process.env.FC_SEED ?? '20261122'
// Within the runner's own limit, while trying or shrinking, so that a failure has time to be told.
const limit = { interruptAfterTimeLimit: 80_000 }
fc.configureGlobal(wanted === 'random' ? limit : { ...limit, seed: Number(wanted) })

// LONG=1 tries each property far more often than it says, or for most of the time that its test has.
vi.mock('fast-check', async (importOriginal) => {
  const original = await importOriginal<typeof fc>()
  if (process.env.LONG !== '1') return original
  const { longer } = await import('./try-longer')
  const more = { ...original, assert: longer(original) }
  return { ...more, default: more }
})

// Files of one worker share their modules and globals: none leaves anything of its own behind.
afterAll(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})
