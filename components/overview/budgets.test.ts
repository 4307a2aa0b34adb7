import { expect, test } from 'vitest'
import { readPromise } from '@/lib/promise/read'
import { budgetsOf } from './budgets'

const pipeline = (name: string) => ({ metadata: { name }, spec: { containers: [] } })

test('the longest identifier comes first', () => {
  const view = readPromise({
    metadata: { name: 'redis' },
    spec: {
      workflows: {
        promise: { configure: [pipeline('deps')] },
        resource: { configure: [pipeline('a'), pipeline('instance')] },
      },
    },
  })
  expect(budgetsOf(view).map(({ id }) => id)).toEqual([
    'redis-resource-configure-instance',
    'redis-promise-configure-deps',
    'redis-resource-configure-a',
  ])
})

test('without a pipeline the room that the name of the Promise takes is shown', () => {
  const [only] = budgetsOf(readPromise({ metadata: { name: 'redis' } }))
  expect(only).toMatchObject({ id: 'redis-resource-configure-', used: 25, limit: 60 })
})
