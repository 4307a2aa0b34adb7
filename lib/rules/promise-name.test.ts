import { expect, test } from 'vitest'
import { promiseName } from './promise-name'
import { GOOD, report, spoilt } from './testing'

test('the name is a subdomain', () => {
  expect(report(promiseName, GOOD)).toEqual([])
  expect(report(promiseName, spoilt(['name: redis\n', 'name: Redis\n']))[0]).toMatch(
    /^error metadata\.name: The Promise name "Redis" may hold only/,
  )
  expect(report(promiseName, spoilt(['name: redis\n', 'title: x\n']))).toEqual([
    'error metadata.name: The Promise name is missing.',
  ])
})
