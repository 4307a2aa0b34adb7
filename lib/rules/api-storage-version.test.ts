import { expect, test } from 'vitest'
import { apiStorageVersion } from './api-storage-version'
import { fixed, GOOD, report, spoilt } from './testing'

test('one version is stored; of a single one the fix is certain', () => {
  expect(report(apiStorageVersion, GOOD)).toEqual([])
  const none = spoilt(['storage: true', 'storage: false'])
  expect(report(apiStorageVersion, none)).toEqual([
    'error spec.api.spec.versions: No version has "storage: true"; exactly one must have it.',
  ])
  expect(fixed(apiStorageVersion, none)).toEqual({ text: GOOD, left: [] })
  const two = spoilt([
    '        - name: v1\n',
    '        - {name: v0, served: true, storage: true}\n        - name: v1\n',
  ])
  expect(report(apiStorageVersion, two)[0]).toContain('2 versions have')
  expect(fixed(apiStorageVersion, two).text).toBe(two)
})

test('the stored version is served', () => {
  const text = spoilt(['served: true', 'served: false'])
  expect(report(apiStorageVersion, text)[0]).toContain('"v1" is not served')
  expect(fixed(apiStorageVersion, text)).toEqual({ text: GOOD, left: [] })
})
