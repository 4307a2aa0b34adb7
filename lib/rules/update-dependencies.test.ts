import { expect, test } from 'vitest'
import { GOOD, reportUpdate, spoilt } from './testing'
import { updateDependencies } from './update-dependencies'

const dependency = '    - {apiVersion: v1, kind: Namespace, metadata: {name: redis}}\n'

test('a dependency that is gone is deleted where instances may need it', () => {
  expect(reportUpdate(updateDependencies, GOOD, GOOD)).toEqual([])
  expect(reportUpdate(updateDependencies, GOOD, spoilt([dependency, '']))).toEqual([
    'warning spec.dependencies: Risky for an installed Promise: the Namespace "redis" is no longer a dependency, so it is deleted from all Destinations, also while instances still need it.',
  ])
})

test('another version of its API is the same object', () => {
  const apps = (version: string) =>
    spoilt([
      dependency,
      dependency.replace('v1', `apps/${version}`).replace('Namespace', 'Deployment'),
    ])
  expect(reportUpdate(updateDependencies, apps('v1beta1'), apps('v1'))).toEqual([])
})
