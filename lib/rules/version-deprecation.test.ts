import { expect, test } from 'vitest'
import { GOOD, report, spoilt } from './testing'
import { versionDeprecation } from './version-deprecation'

const withWarning = (warning: string, deprecated = true) =>
  spoilt([
    '          served: true',
    `          deprecated: ${deprecated}\n          deprecationWarning: ${JSON.stringify(warning)}\n          served: true`,
  ])

test('a deprecation warning belongs to a deprecated version and can be printed', () => {
  expect(report(versionDeprecation, GOOD)).toEqual([])
  expect(report(versionDeprecation, withWarning('use v2'))).toEqual([])
  const says = (text: string) => report(versionDeprecation, text)[0]
  expect(says(withWarning('use v2', false))).toContain('can only be set for deprecated versions')
  expect(says(withWarning(''))).toContain('must not be an empty string')
  expect(says(withWarning('é'.repeat(129)))).toContain('must be <= 256 characters long')
  expect(says(withWarning('a\nb'))).toContain('found at index 1')
})
