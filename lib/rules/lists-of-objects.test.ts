import { expect, test } from 'vitest'
import { listsOfObjects } from './lists-of-objects'
import { GOOD, report, spoilt } from './testing'

test('workflows, dependencies and selectors are lists of maps', () => {
  expect(report(listsOfObjects, GOOD)).toEqual([])
  expect(
    report(listsOfObjects, spoilt(['  dependencies:\n    - {', '  dependencies:\n    {']))[0],
  ).toMatch(/^error spec\.dependencies: dependencies must be a list, not /)
  expect(
    report(
      listsOfObjects,
      spoilt(
        ['- name: render\n', '- render\n'],
        ['                image: ghcr.io/acme/redis-render:v0.1.0\n', ''],
      ),
    ),
  ).toEqual([
    'error spec.workflows.resource.configure[0].spec.containers[0]: Each item of containers must be a map, not "render".',
  ])
})
