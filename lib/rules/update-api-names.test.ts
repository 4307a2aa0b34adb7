import { expect, test } from 'vitest'
import { afterSuggestions, GOOD, reportUpdate, spoilt } from './testing'
import { updateApiNames } from './update-api-names'

test('no name changes, and none is added', () => {
  expect(reportUpdate(updateApiNames, GOOD, GOOD)).toEqual([])
  const now = spoilt([
    'kind: Redis\n',
    'kind: Cache\n        shortNames: [rd]\n        categories:\n',
  ])
  expect(reportUpdate(updateApiNames, GOOD, now)).toEqual([
    'error spec.api.spec.names.kind: An installed Promise refuses this update: kind was "Redis", and spec.names is immutable as a whole.',
    'error spec.api.spec.names.shortNames: An installed Promise refuses this update: there was no shortNames, and spec.names is immutable as a whole.',
  ])
  expect(afterSuggestions(updateApiNames, GOOD, now)).toEqual([])
})
