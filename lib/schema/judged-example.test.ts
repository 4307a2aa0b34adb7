import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgedExample } from './judged-example'
import { judgeValue } from './misfit'
import { servedSchema } from './served-schema'

const api = { group: 'acme.dev', version: 'v1', kind: 'Redis' }
const root = (spec: object, more = {}) => ({ type: 'object', properties: { spec }, ...more })
const bodyOf = (schema: unknown, extent: 'minimal' | 'usual' | 'full') => {
  const { request, misfit, unsure } = judgedExample(api, schema, extent)
  const { apiVersion, kind, metadata, ...body } = request
  expect([apiVersion, kind, metadata.name]).toEqual(['acme.dev/v1', 'Redis', 'example-redis'])
  return { body, misfit, unsure }
}

const spec = {
  type: 'object',
  required: ['size'],
  properties: {
    size: { type: 'string', enum: ['small', 'large'] },
    replicas: { type: 'integer', default: 3 },
    tags: { type: 'array', items: { type: 'string' } },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    storage: { type: 'object', properties: { gigabytes: { type: 'integer', minimum: 5 } } },
  },
}

test('the minimal example has what is required, the full one everything', () => {
  expect(bodyOf(root(spec), 'minimal').body).toEqual({ spec: { size: 'small' } })
  expect(bodyOf(root(spec), 'usual').body).toEqual({ spec: { size: 'small', replicas: 3 } })
  expect(bodyOf(root(spec), 'full').body).toEqual({
    spec: {
      size: 'small',
      replicas: 3,
      tags: ['example'],
      labels: { key1: 'example' },
      storage: { gigabytes: 5 },
    },
  })
})

test('what does not go together is left out of the full example', () => {
  const either = {
    type: 'object',
    properties: { name: { type: 'string' }, url: { type: 'string' }, port: { type: 'integer' } },
    oneOf: [{ required: ['name'] }, { required: ['url'] }],
  }
  const { body, misfit } = bodyOf(root(either), 'full')
  expect(misfit).toBeUndefined()
  expect(body).toEqual({ spec: { name: 'example', port: 1 } })
  const two = { ...spec, required: undefined, maxProperties: 2 }
  expect(bodyOf(root(two), 'full').misfit).toBeUndefined()
})

test('what the root asks for beside spec is there', () => {
  const schema = {
    type: 'object',
    required: ['spec', 'team'],
    properties: { spec, team: { type: 'string' }, status: { type: 'object', required: ['x'] } },
  }
  expect(bodyOf(schema, 'minimal')).toEqual({
    body: { spec: { size: 'small' }, team: 'example' },
    misfit: undefined,
    unsure: undefined,
  })
})

test('where none can be made it says why, and what it cannot tell it does not claim', () => {
  const never = root({ type: 'object', required: ['x'], properties: {} })
  expect(bodyOf(never, 'full').misfit).toEqual({ path: ['spec'], reason: expect.any(String) })
  const rules = { ...spec, 'x-kubernetes-validations': [{ rule: 'self.size != "small"' }] }
  expect(bodyOf(root(rules), 'minimal')).toMatchObject({
    misfit: undefined,
    unsure: 'its CEL rules',
  })
})

test('where the full one is too large a smaller one is given, else it says so', () => {
  const rows = (items: object, depth: number): object =>
    depth === 0 ? items : { type: 'array', minItems: 20, items: rows(items, depth - 1) }
  const many = rows({ type: 'string' }, 4)
  const optional = { ...spec, properties: { ...spec.properties, many } }
  expect(bodyOf(root(optional), 'full')).toEqual({
    body: { spec: { size: 'small', replicas: 3 } },
    misfit: undefined,
    unsure: undefined,
  })
  expect(bodyOf(root({ ...optional, required: ['many'] }), 'full')).toEqual({
    body: {},
    misfit: { path: [], reason: 'needs more than 10,000 values' },
    unsure: undefined,
  })
})

const scalar = fc.oneof(
  fc.record({
    type: fc.constant('string'),
    minLength: fc.nat(5),
    maxLength: fc.integer({ min: 5, max: 9 }),
  }),
  fc.record({ type: fc.constant('integer'), minimum: fc.integer({ min: -9, max: 9 }) }),
  fc.constant({ type: 'boolean' }),
)
const names = ['a', 'b', 'c', 'd']
const { node } = fc.letrec<{ node: object }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.record({ type: fc.constant('array'), items: tie('node'), maxItems: fc.nat(3) }),
    fc.record({ type: fc.constant('object'), additionalProperties: tie('node') }),
    fc
      .record({
        type: fc.constant('object'),
        properties: fc.dictionary(fc.constantFrom(...names), tie('node')),
        maxProperties: fc.integer({ min: 2, max: 4 }),
        oneOf: fc.constantFrom(undefined, [{ required: ['a'] }, { required: ['b'] }]),
      })
      .map((schema) => ({
        ...schema,
        required: Object.keys(schema.properties).slice(0, 1),
      })),
  ),
}))

test('an example that is said to be valid fits, and grows with its extent', () => {
  fc.assert(
    fc.property(node, (below) => {
      const schema = root({ type: 'object', properties: { below } })
      for (const extent of ['minimal', 'usual', 'full'] as const) {
        const { request, misfit } = judgedExample(api, schema, extent)
        expect(judgeValue(servedSchema(schema), request).misfit).toEqual(misfit)
      }
      // The object itself is optional, so an example without it is always there.
      expect(judgedExample(api, schema, 'full').misfit).toBeUndefined()
    }),
  )
})
