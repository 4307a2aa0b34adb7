import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPromise } from './read'
import { storageVersion } from './view'

const schema = { type: 'object' }
const promise = {
  metadata: { name: 'redis', labels: { 'kratix.io/promise-version': 'v0.1.0' } },
  spec: {
    api: {
      metadata: { name: 'redises.acme.org' },
      spec: {
        group: 'acme.org',
        scope: 'Namespaced',
        names: { kind: 'Redis', plural: 'redises', singular: 'redis' },
        versions: [
          { name: 'v1alpha1', served: true, storage: false },
          { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } },
        ],
      },
    },
    dependencies: [
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } },
      { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'b', namespace: 'a' } },
    ],
    destinationSelectors: [{ matchLabels: { environment: 'dev', count: 1 } }],
    workflows: {
      resource: {
        configure: [
          { metadata: { name: 'p' }, spec: { containers: [{ name: 'c', image: 'i:v1' }] } },
        ],
      },
    },
  },
}

test('reads names, API, dependencies, selectors and workflows with their places', () => {
  const view = readPromise(promise)
  expect(view).toMatchObject({ name: 'redis', version: 'v0.1.0' })
  expect(view.api).toMatchObject({
    group: 'acme.org',
    kind: 'Redis',
    plural: 'redises',
    singular: 'redis',
    crdName: 'redises.acme.org',
    scope: 'Namespaced',
  })
  const version = view.api && storageVersion(view.api)
  expect(version?.schema).toBe(schema)
  expect(version?.schemaPath.join('.')).toBe('spec.api.spec.versions.1.schema.openAPIV3Schema')
  expect(view.dependencies[1]).toEqual({
    path: ['spec', 'dependencies', 1],
    apiVersion: 'v1',
    kind: 'Secret',
    name: 'b',
    namespace: 'a',
  })
  expect(view.destinationSelectors[0]?.matchLabels).toEqual({ environment: 'dev' })
  expect(view.workflows.map((w) => w.pipelines.length)).toEqual([0, 1, 0, 0])
  expect(view.workflows[1]?.pipelines[0]).toEqual({
    path: ['spec', 'workflows', 'resource', 'configure', 0],
    name: 'p',
    steps: [
      {
        path: ['spec', 'workflows', 'resource', 'configure', 0, 'spec', 'containers', 0],
        name: 'c',
        image: 'i:v1',
      },
    ],
  })
})

test('items that cannot be read keep their place in the list', () => {
  const view = readPromise({
    spec: { workflows: { promise: { delete: ['?', null, { metadata: { name: 'p' } }] } } },
  })
  expect(view.workflows[3]?.pipelines.map((p) => p.name)).toEqual(['', '', 'p'])
})

test('the same value gives the same view, and an untouched part the same part', () => {
  expect(readPromise(promise)).toBe(readPromise(promise))
  const renamed = { ...promise, metadata: { name: 'cache' } }
  expect(readPromise(renamed).api).toBe(readPromise(promise).api)
  expect(readPromise(renamed).workflows).toBe(readPromise(promise).workflows)
})

test('any value gives a view', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (a, b) => {
      expect(readPromise(a).workflows).toHaveLength(4)
      const view = readPromise({ metadata: a, spec: { api: { spec: b }, workflows: a } })
      expect(view.name).toBeTypeOf('string')
      expect(view.api?.versions).toBeInstanceOf(Array)
    }),
  )
})

test('a key of the prototype is a key like any other', () => {
  const matchLabels = JSON.parse('{"__proto__": "x"}')
  const view = readPromise({ spec: { destinationSelectors: [{ matchLabels }] } })
  expect(Object.keys(view.destinationSelectors[0]?.matchLabels ?? {})).toEqual(['__proto__'])
})
