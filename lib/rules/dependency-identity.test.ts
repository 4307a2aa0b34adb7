import { expect, test } from 'vitest'
import { dependencyIdentity } from './dependency-identity'
import { GOOD, report, spoilt } from './testing'

test('a dependency can be applied: it has apiVersion, kind and name', () => {
  expect(report(dependencyIdentity, GOOD)).toEqual([])
  expect(report(dependencyIdentity, spoilt(['metadata: {name: redis}', 'metadata: {}']))).toEqual([
    'error spec.dependencies[0]: Namespace has no metadata.name, so it cannot be applied.',
  ])
  expect(
    report(
      dependencyIdentity,
      spoilt(['{apiVersion: v1, kind: Namespace, metadata: {name: redis}}', '{}']),
    ),
  ).toEqual([
    'error spec.dependencies[0]: A dependency has no apiVersion and no kind and no metadata.name, so it cannot be applied.',
  ])
})
