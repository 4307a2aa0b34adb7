import { expect, test } from 'vitest'
import { splitParts } from './split-parts'
import { findings, GOOD, report } from './testing'

const API = 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n'
const HEAD = 'kind: Promise\nspec:\n  dependencies:\n    - kind: Namespace\n'

test('a split repository is read from its parts', () => {
  expect(report(splitParts, { 'api.yaml': API, 'dependencies.yaml': '' })).toEqual([])
})

test('parts beside a whole Promise are not read, and neither are those that the head has', () => {
  const beside = findings(splitParts, { 'promise.yaml': GOOD, 'api.yaml': API })
  expect(beside.map(({ place, severity }) => [place.file, severity])).toEqual([
    ['api.yaml', 'info'],
  ])
  const [twice, ...others] = findings(splitParts, {
    'promise.yaml': HEAD,
    'api.yaml': API,
    'dependencies.yaml': '- kind: Service\n',
  })
  expect(others).toEqual([])
  expect(twice).toMatchObject({ severity: 'warning', place: { file: 'dependencies.yaml' } })
  expect(twice?.message).toContain('spec.dependencies')
})

test('only the first document of a part is read', () => {
  const text = `${API}---\nkind: Other\n`
  const [found] = findings(splitParts, { 'api.yaml': text, 'dependencies.yaml': '' })
  expect(found?.range?.from).toBe(API.length)
})
