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
  [['spec', 'api', 'spec', 'versions', 1, 'name'], 'versions'],
  [['spec', 'api', 'spec', 'versions', 1], 'versions'],
  [['spec', 'api', 'spec', 'conversion', 'strategy'], 'versions'],
  [['spec', 'api', 'spec', 'versions', 1, 'selectableFields', 0, 'jsonPath'], 'columns'],
  [['spec', 'api', 'spec', 'versions', 1, 'subresources', 'scale'], 'columns'],
])('%j is shown by %s', (path, tab) => {
  expect(apiTabOf({ file: PROMISE_FILE, path })).toBe(tab)
})
