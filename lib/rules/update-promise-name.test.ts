import { expect, test } from 'vitest'
import { afterSuggestions, GOOD, reportUpdate, spoilt } from './testing'
import { updatePromiseName } from './update-promise-name'

test('another name is another Promise, which wants the same API', () => {
  const now = spoilt(['name: redis\n', 'name: cache\n'])
  expect(reportUpdate(updatePromiseName, GOOD, GOOD)).toEqual([])
  expect(reportUpdate(updatePromiseName, GOOD, now)).toEqual([
    'warning metadata.name: The Promise was "redis"; with another name it is a new Promise, and its API "redises.mygroup.org" still belongs to the installed one.',
  ])
  expect(afterSuggestions(updatePromiseName, GOOD, now)).toEqual([])
})
