import { expect, test } from 'vitest'
import { apiPreserveUnknownFields } from './api-preserve-unknown-fields'
import { fixed, GOOD, report, spoilt } from './testing'

test('preserveUnknownFields is not true; the fix removes it', () => {
  expect(report(apiPreserveUnknownFields, GOOD)).toEqual([])
  const text = spoilt(['      scope:', '      preserveUnknownFields: true\n      scope:'])
  expect(report(apiPreserveUnknownFields, text)[0]).toMatch(/^error .*Cannot set/)
  expect(fixed(apiPreserveUnknownFields, text)).toEqual({ text: GOOD, left: [] })
  const webhook = spoilt([
    '      scope:',
    '      preserveUnknownFields: true\n      conversion: {strategy: Webhook}\n      scope:',
  ])
  expect(report(apiPreserveUnknownFields, webhook)).toHaveLength(2)
})
