import { expect, test } from 'vitest'
import { apiGroup } from './api-group'
import { GOOD, report, spoilt } from './testing'

test('the group is a domain with a dot', () => {
  expect(report(apiGroup, GOOD)).toEqual([])
  expect(report(apiGroup, spoilt(['group: mygroup.org', 'group: mygroup']))).toEqual([
    'error spec.api.spec.group: The group "mygroup" should be a domain with at least one dot, such as "mygroup.org".',
  ])
})

test('a group of Kubernetes needs its approval', () => {
  const text = spoilt(['group: mygroup.org', 'group: x.k8s.io'])
  expect(report(apiGroup, text)).toHaveLength(1)
  const note = 'annotations: {api-approved.kubernetes.io: unapproved}'
  const approved = text.replace('      name: redises', `      ${note}\n      name: redises`)
  expect(report(apiGroup, approved)).toEqual([])
})
