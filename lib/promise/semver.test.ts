import { expect, test } from 'vitest'
import { bumpVersion } from './semver'

test('bumps patch, minor and major, and keeps the v', () => {
  expect(bumpVersion('v0.1.0', 'patch')).toBe('v0.1.1')
  expect(bumpVersion('v0.1.9', 'minor')).toBe('v0.2.0')
  expect(bumpVersion('1.2.3', 'major')).toBe('2.0.0')
})

test('a pre-release becomes the version that it announced', () => {
  expect(bumpVersion('v1.0.0-rc.1', 'patch')).toBe('v1.0.0')
  expect(bumpVersion('v1.0.0-rc.1', 'minor')).toBe('v1.0.0')
  expect(bumpVersion('v1.0.0-rc.1', 'major')).toBe('v1.0.0')
  expect(bumpVersion('v1.0.1-rc.1', 'minor')).toBe('v1.1.0')
})

test('numbers of any length stay exact', () => {
  expect(bumpVersion('v0.0.9007199254740993', 'patch')).toBe('v0.0.9007199254740994')
})

test('what is no version has no next one', () => {
  for (const text of ['', 'latest', 'v1', 'v1.2', '01.2.3', 'v1.2.3+build', 'v1.2.3\n']) {
    expect(bumpVersion(text, 'patch')).toBeUndefined()
  }
})
