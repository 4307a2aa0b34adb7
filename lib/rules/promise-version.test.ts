import { expect, test } from 'vitest'
import { promiseVersion } from './promise-version'
import { fixed, GOOD, report, spoilt } from './testing'

test('a missing label is a warning that can be cured', () => {
  const text = spoilt(['  labels:\n    kratix.io/promise-version: v0.1.0\n', ''])
  expect(report(promiseVersion, text)[0]).toMatch(/^warning metadata\.labels.*"not-set"/)
  expect(fixed(promiseVersion, text)).toEqual({ text: GOOD, left: [] })
})

test('the label is a label value, and no word of Kratix', () => {
  expect(report(promiseVersion, spoilt(['version: v0.1.0', 'version: v1+2']))).toHaveLength(1)
  expect(report(promiseVersion, spoilt(['version: v0.1.0', 'version: latest']))[0]).toContain(
    'keeps',
  )
  expect(report(promiseVersion, spoilt(['version: v0.1.0', 'version: 1.0']))).toEqual([])
})
