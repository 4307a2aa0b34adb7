import { expect, test } from 'vitest'
import { destination } from '@/lib/tryout/testing'
import { editDestinations, shownDestinations, withAnother, withChange } from './destination-edits'
import { createTryout } from './tryout-store'

test('edits that come before the next run build on each other, and show at once', async () => {
  const store = createTryout(
    { tryout: async () => undefined, describe: async () => undefined },
    'a',
  )
  await Promise.resolve()
  await Promise.resolve()
  const run = { destinations: [destination('worker', { environment: 'dev' })] }
  expect(shownDestinations(store.getState(), run)).toBe(run.destinations)
  editDestinations(store, run, (now) => withChange(now, 0, { name: 'w' }))
  editDestinations(store, run, (now) => withChange(now, 0, { mode: 'none' }))
  editDestinations(store, run, withAnother)
  expect(shownDestinations(store.getState(), run)).toEqual([
    destination('w', { environment: 'dev' }, { mode: 'none' }),
    destination('worker-2'),
  ])
})

test('a Destination that is added has a name of its own', () => {
  expect(withAnother([destination('worker-2')]).map(({ name }) => name)).toEqual([
    'worker-2',
    'worker-3',
  ])
})
