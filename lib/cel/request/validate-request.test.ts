import { expect, test } from 'vitest'
import { displayPath } from '@/lib/promise/path'
import { validateRequest } from './validate-request'

const spec = {
  type: 'object',
  required: ['size'],
  properties: {
    size: { type: 'string', enum: ['small', 'large'] },
    replicas: { type: 'integer', default: 1, maximum: 9 },
    nodes: {
      type: 'array',
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
      items: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string' }, port: { type: 'integer' } },
        'x-kubernetes-validations': [
          { rule: '!has(self.port) || self.port == oldSelf.port', message: 'stays' },
        ],
      },
    },
  },
  'x-kubernetes-validations': [
    {
      rule: "self.size != 'small' || self.replicas < 3",
      messageExpression: "'%d is not small'.format([self.replicas])",
      fieldPath: '.replicas',
      reason: 'FieldValueForbidden',
    },
  ],
}
const schema = { type: 'object', properties: { spec } }
const request = (fields: object) => ({
  apiVersion: 'acme.dev/v1',
  kind: 'Part',
  metadata: { name: 'a' },
  spec: fields,
})
const says = (fields: object, old?: object) =>
  validateRequest(schema, request(fields), old && request(old)).faults.map(
    ({ path, message }) => `${displayPath(path)}: ${message}`,
  )

test('a request meets its schema, then its rules, in the words of the API server', () => {
  expect(says({ size: 'small' })).toEqual([])
  expect(says({ size: 'huge', replicas: 10 })).toEqual([
    'spec.size: Unsupported value: "huge": supported values: "small", "large"',
    'spec.replicas: Invalid value: 10: spec.replicas in body should be less than or equal to 9',
  ])
  expect(says({ replicas: 3 })).toEqual(['spec.size: Required value'])
  expect(says({ size: 'small', replicas: 3 })).toEqual(['spec.replicas: Forbidden: 3 is not small'])
})

test('defaults are filled in, and what is unknown is named and dropped', () => {
  const { stored, unknown, faults } = validateRequest(schema, request({ size: 'large', ghost: 1 }))
  expect(stored).toMatchObject({ spec: { size: 'large', replicas: 1 } })
  expect(unknown.map(displayPath)).toEqual(['spec.ghost'])
  expect(faults).toEqual([])
})

test('items of a list with keys are told apart, and compared with what they were', () => {
  const nodes = (...list: object[]) => ({ size: 'large', nodes: list })
  expect(says(nodes({ name: 'a' }, { name: 'a' }))).toEqual([
    'spec.nodes[1]: Duplicate value: {"name":"a"}',
  ])
  expect(says(nodes({ name: 'a', port: 1 }))).toEqual([])
  const before = nodes({ name: 'b', port: 2 }, { name: 'a', port: 1 })
  expect(says(nodes({ name: 'a', port: 1 }), before)).toEqual([])
  expect(says(nodes({ name: 'a', port: 3 }), before)).toEqual([
    'spec.nodes[0]: Invalid value: stays',
  ])
})

test('what was wrong before and has not changed may stay', () => {
  const wrong = { size: 'small', replicas: 5 }
  expect(says(wrong, wrong)).toEqual([])
  expect(says({ ...wrong, replicas: 6 }, wrong)).toHaveLength(1)
})
