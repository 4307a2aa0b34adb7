import { expect, test } from 'vitest'
import { afterSuggestions, GOOD, reportUpdate, spoilt } from './testing'
import { updateVersions } from './update-versions'

const second = `        - name: v2
          served: true
          storage: false
          schema: {openAPIV3Schema: {type: object, properties: {}}}
`
const two = spoilt(['  destinationSelectors:', `${second}  destinationSelectors:`])

test('a version that was stored stays; others may only come', () => {
  expect(reportUpdate(updateVersions, GOOD, two)).toEqual([])
  const renamed = spoilt(['name: v1\n', 'name: v2\n'])
  expect(reportUpdate(updateVersions, GOOD, renamed)).toEqual([
    'error spec.api.spec.versions: An installed Promise refuses this update: the version "v1" is missing from spec.versions; it was previously a storage version.',
  ])
  // It comes back for what is stored alone: the other version is served now.
  const left = afterSuggestions(updateVersions, GOOD, renamed)
  expect(left.filter((line) => line.startsWith('error'))).toEqual([])
  expect(reportUpdate(updateVersions, two, GOOD)[0]).toMatch(
    /^warning .*: Breaks existing requests: the version "v2" is gone/,
  )
})

test('a version that is not served fails its clients, and another that is stored moves the workflows', () => {
  const moved = two
    .replace('storage: true', 'storage: false')
    .replace(
      'served: true\n          storage: false\n          schema: {',
      'served: true\n          storage: true\n          schema: {',
    )
  expect(reportUpdate(updateVersions, two, moved)).toEqual([
    'warning spec.api.spec.versions[1].storage: Risky for an installed Promise: requests were stored as "v1"; now Kratix watches "v2" and hands that to the workflows.',
  ])
  const unserved = spoilt(['served: true', 'served: false'])
  expect(reportUpdate(updateVersions, GOOD, unserved)[0]).toContain('no longer served')
})
