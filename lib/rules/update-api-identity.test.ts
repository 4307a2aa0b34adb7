import { expect, test } from 'vitest'
import { afterSuggestions, GOOD, reportUpdate, spoilt } from './testing'
import { updateApiIdentity } from './update-api-identity'

test('group, scope, name, kind and apiVersion of the CRD stay', () => {
  expect(reportUpdate(updateApiIdentity, GOOD, GOOD)).toEqual([])
  const now = spoilt(
    ['name: redises.mygroup.org', 'name: redises.acme.dev'],
    ['group: mygroup.org', 'group: acme.dev'],
    ['scope: Namespaced', 'scope: Cluster'],
  )
  expect(reportUpdate(updateApiIdentity, GOOD, now)).toEqual([
    'error spec.api.metadata.name: An installed Promise refuses this update: metadata.name was "redises.mygroup.org", and the field is immutable.',
    'error spec.api.spec.group: An installed Promise refuses this update: spec.group was "mygroup.org", and the field is immutable.',
    'error spec.api.spec.scope: An installed Promise refuses this update: spec.scope was "Namespaced", and the field is immutable.',
  ])
  expect(afterSuggestions(updateApiIdentity, GOOD, now)).toEqual([])
})
