import { expect, test } from 'vitest'
import type { Path } from '@/lib/promise/path'
import { immutabilityIndex, uncorrelatable } from './immutability'

const withRule = (rule: unknown) => ({
  'x-kubernetes-validations': [{ rule: 'true' }, { rule }],
})

test.each([
  'self == oldSelf',
  'oldSelf==self',
  ' ( self == oldSelf ) ',
  '!(self != oldSelf)',
  'self ==\n  oldSelf // never',
])('%j forbids changes', (rule) => {
  expect(immutabilityIndex(withRule(rule))).toBe(1)
})

test.each([
  'self != oldSelf',
  'self == oldSelf || self == 1',
  'self.a == oldSelf.a',
  '!(self == oldSelf)',
  '',
  7,
])('%j does not', (rule) => {
  expect(immutabilityIndex(withRule(rule))).toBe(-1)
})

test('an earlier value is there but for items of lists that are no maps, and below atomic objects', () => {
  const properties = {
    plain: { type: 'array', items: { type: 'object', properties: { a: { type: 'string' } } } },
    keyed: {
      type: 'array',
      'x-kubernetes-list-type': 'map',
      items: { type: 'object', properties: { a: { type: 'string' } } },
    },
    whole: {
      type: 'object',
      'x-kubernetes-map-type': 'atomic',
      properties: { a: { type: 'string' } },
    },
  }
  const openAPIV3Schema = { properties: { spec: { properties } } }
  const promise = { spec: { api: { spec: { versions: [{ schema: { openAPIV3Schema } }] } } } }
  const root: Path = ['spec', 'api', 'spec', 'versions', 0, 'schema', 'openAPIV3Schema']
  const at = (...below: Path) =>
    uncorrelatable(promise, [...root, 'properties', 'spec', 'properties', ...below])
  expect(at('plain')).toBeUndefined()
  expect(at('plain', 'items')).toContain('Items of a list')
  expect(at('plain', 'items', 'properties', 'a')).toContain('Items of a list')
  expect(at('keyed', 'items', 'properties', 'a')).toBeUndefined()
  expect(at('whole')).toBeUndefined()
  expect(at('whole', 'properties', 'a')).toContain('replaced as a whole')
})
