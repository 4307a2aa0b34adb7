import { expect, test } from 'vitest'
import { afterSuggestions, GOOD, reportUpdate, spoilt } from './testing'
import { updateApiRemoved } from './update-api-removed'

const api = / {2}api:\n(?: {4}.*\n)+/.exec(GOOD)?.[0] ?? ''

test('an API that is installed cannot go, but one can come', () => {
  const without = spoilt([api, ''])
  expect(reportUpdate(updateApiRemoved, GOOD, GOOD)).toEqual([])
  expect(reportUpdate(updateApiRemoved, without, GOOD)).toEqual([])
  expect(reportUpdate(updateApiRemoved, GOOD, without)).toEqual([
    'error spec.api: An installed Promise refuses this update: cannot remove API from existing promise.',
  ])
  expect(reportUpdate(updateApiRemoved, GOOD, spoilt([api, '  api: null\n']))).toHaveLength(1)
  expect(afterSuggestions(updateApiRemoved, GOOD, without)).toEqual([])
})

test('a Promise of another name is another Promise', () => {
  const other = spoilt([api, ''], ['name: redis\n', 'name: cache\n'])
  expect(reportUpdate(updateApiRemoved, GOOD, other)).toEqual([])
})
