import { expect, test } from 'vitest'
import { metadataStrings } from './metadata-strings'
import { fixed, GOOD, report, spoilt } from './testing'

test('what YAML reads as number or boolean is quoted by the fix, as it is written', () => {
  const text = spoilt(['version: v0.1.0', 'version: 1.10'], ['environment: dev', 'production: yes'])
  expect(report(metadataStrings, text)).toEqual([
    'error metadata.labels["kratix.io/promise-version"]: The value of "kratix.io/promise-version" is 1.1, which is not a string; put it in quotes.',
    'error spec.destinationSelectors[0].matchLabels.production: The value of "production" is true, which is not a string; put it in quotes.',
  ])
  expect(fixed(metadataStrings, text)).toEqual({
    text: spoilt(['version: v0.1.0', 'version: "1.10"'], ['environment: dev', 'production: "yes"']),
    left: [],
  })
})

test('labels are maps of label values; Kratix takes a selector of any form', () => {
  expect(report(metadataStrings, GOOD)).toEqual([])
  expect(report(metadataStrings, spoilt(['environment: dev', 'environment: a b']))[0]).toMatch(
    /^warning/,
  )
  const labels = '  labels:\n    kratix.io/promise-version: v0.1.0\n'
  expect(report(metadataStrings, spoilt([labels, '  labels:\n    a: "b c"\n']))[0]).toMatch(
    /^error/,
  )
  expect(report(metadataStrings, spoilt([labels, '  labels: [a]\n']))).toEqual([
    'error metadata.labels: labels must be a map.',
  ])
  expect(report(metadataStrings, spoilt([labels, '  annotations: {a: "b c"}\n']))).toEqual([])
})
