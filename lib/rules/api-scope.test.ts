import { expect, test } from 'vitest'
import { apiScope } from './api-scope'
import { fixed, GOOD, report, spoilt } from './testing'

test('Kratix takes only namespaced APIs; the fix makes it one', () => {
  expect(report(apiScope, GOOD)).toEqual([])
  const text = spoilt(['scope: Namespaced', 'scope: Cluster'])
  expect(report(apiScope, text)).toEqual([
    'error spec.api.spec.scope: The scope is "Cluster"; the API of a Promise must be "Namespaced".',
  ])
  expect(fixed(apiScope, text)).toEqual({ text: GOOD, left: [] })
  expect(report(apiScope, spoilt(['      scope: Namespaced\n', '']))[0]).toContain('missing')
})
