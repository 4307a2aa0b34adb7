import { expect, test } from 'vitest'
import { afterSuggestions, GOOD, reportUpdate, spoilt } from './testing'
import { updateVersionLabel } from './update-version-label'

test('a change wants a new version', () => {
  const changed = spoilt(['environment: dev', 'environment: prod'])
  const said = (before: string, now: string) => reportUpdate(updateVersionLabel, before, now)
  expect(said(GOOD, GOOD)).toEqual([])
  expect(said(GOOD, spoilt(['version: v0.1.0', 'version: v0.2.0']))).toEqual([])
  expect(said(GOOD, changed)).toEqual([
    'info metadata.labels["kratix.io/promise-version"]: The Promise has changed and is still version "v0.1.0": an update overwrites the revision that pinned requests use.',
  ])
  expect(afterSuggestions(updateVersionLabel, GOOD, changed)).toEqual([])
})
