import { expect, test } from 'vitest'
import { apiCrdName } from './api-crd-name'
import { fixed, GOOD, report, spoilt } from './testing'

test('the CRD name is made of plural and group; the fix makes it', () => {
  expect(report(apiCrdName, GOOD)).toEqual([])
  const text = spoilt(['name: redises.mygroup.org', 'name: redis.mygroup.org'])
  expect(report(apiCrdName, text)).toEqual([
    'error spec.api.metadata.name: The CRD name "redis.mygroup.org" must be the plural, a dot and the group: "redises.mygroup.org".',
  ])
  expect(fixed(apiCrdName, text)).toEqual({ text: GOOD, left: [] })
})
