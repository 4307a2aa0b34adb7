import { expect, test } from 'vitest'
import { apiNames } from './api-names'
import { GOOD, report, spoilt } from './testing'

test('kind, plural and singular have the forms that the API server wants', () => {
  expect(report(apiNames, GOOD)).toEqual([])
  const text = spoilt(
    ['kind: Redis', 'kind: My_Redis'],
    ['plural: redises', 'plural: Redises'],
    ['singular: redis', 'singular: 1'],
  )
  expect(report(apiNames, text).map((line) => line.split(':')[0])).toEqual([
    'error spec.api.spec.names.kind',
    'error spec.api.spec.names.plural',
  ])
  expect(report(apiNames, spoilt(['singular: redis', 'singular: "1"']))).toHaveLength(1)
  expect(report(apiNames, spoilt(['        singular: redis\n', '']))).toEqual([])
})

test('so have list kind, short names and categories', () => {
  const more = (lines: string) => spoilt(['singular: redis', `singular: redis\n        ${lines}`])
  expect(report(apiNames, more('listKind: Redis'))[0]).toContain('must differ from the kind')
  expect(report(apiNames, more('listKind: RedisList'))).toEqual([])
  expect(report(apiNames, more('shortNames: [rd, R]'))).toEqual([
    expect.stringMatching(/^error spec\.api\.spec\.names\.shortNames\[1\]: The short name "R"/),
  ])
  expect(report(apiNames, more('categories: [1]'))[0]).toContain('must be a string')
})
