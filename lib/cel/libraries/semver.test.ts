import { expect, test } from 'vitest'
import { outcome } from './outcome'

// What the API server comes to (e2e/programs/cel-libraries.program.test.ts asks it).
test.each([
  ['semver("1.2.3-rc.1+b").minor()', 2],
  ['semver("1.0.0-beta.2").compareTo(semver("1.0.0-beta.11"))', -1],
  ['semver("1.0.0-beta").compareTo(semver("1.0.0"))', -1],
  ['semver("1.0.0-alpha").compareTo(semver("1.0.0-1"))', 1],
  ['semver("1.0.0+a") == semver("1.0.0+b")', true],
  ['semver("v1.2", true).patch()', 0],
  ['semver("v01.02", true).minor()', 2],
  ['semver("v1.2")', '! No Major.Minor.Patch elements found'],
  ['semver("01.2.3")', '! Major number must not contain leading zeroes "01"'],
  ['semver("1.2.3-01")', '! Numeric PreRelease version must not contain leading zeroes "01"'],
  ['semver("1.2.3-")', '! Prerelease is empty'],
  ['semver("1.2.3+")', '! Build meta data is empty'],
  ['semver("1.2.x")', '! Invalid character(s) found in patch number "x"'],
  ['semver("18446744073709551615.0.0").major()', -1],
  [
    'semver("18446744073709551616.0.0")',
    '! strconv.ParseUint: parsing "18446744073709551616": value out of range',
  ],
  ['semver("1-a", true)', '! short version cannot contain PreRelease/Build meta data'],
  ['isSemver("1.2", true)', true],
  ['isSemver("1.2")', false],
])(
  'versions are read strictly unless told otherwise, and compared by the rules of Semantic Versioning: %s',
  (call, result) => {
    expect(outcome(call)).toEqual(result)
  },
)
