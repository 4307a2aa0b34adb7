import { expect, test } from 'vitest'
import { PROMISE_FILE } from '@/lib/promise/files'
import { API_TABS, apiTabOf, startOfTab } from './api-tabs'

test('each tab shows the place where it begins', () => {
  for (const tab of API_TABS) expect(apiTabOf(startOfTab(tab))).toBe(tab)
})

test.each([
  [['spec', 'api'], 'properties'],
  [['spec', 'api', 'spec', 'versions', 0, 'schema', 'openAPIV3Schema', 'type'], 'properties'],
  [['spec', 'api', 'metadata', 'name'], 'names'],
  [['spec', 'api', 'spec', 'scope'], 'names'],
  [['spec', 'workflows'], undefined],
])('%j is shown by %s', (path, tab) => {
  expect(apiTabOf({ file: PROMISE_FILE, path })).toBe(tab)
})
