import { expect, test } from 'vitest'
import { apiVersionNames } from './api-version-names'
import { GOOD, report, spoilt } from './testing'

test('version names are DNS-1035 labels and differ', () => {
  expect(report(apiVersionNames, GOOD)).toEqual([])
  expect(report(apiVersionNames, spoilt(['- name: v1\n', '- name: "1.0"\n']))[0]).toMatch(
    /^error spec\.api\.spec\.versions\[0\]\.name: The version name "1\.0".*"v1"/,
  )
  const twice = spoilt([
    '        - name: v1\n',
    '        - {name: v1, served: true}\n        - name: v1\n',
  ])
  expect(report(apiVersionNames, twice)).toEqual([
    'error spec.api.spec.versions[1].name: The version name "v1" is used twice.',
  ])
})

test('there is at least one version', () => {
  expect(report(apiVersionNames, 'kind: Promise\nspec: {api: {spec: {versions: []}}}\n')).toEqual([
    'error spec.api.spec.versions: The API has no version; it needs at least one.',
  ])
})
