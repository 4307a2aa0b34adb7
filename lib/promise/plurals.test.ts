import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pluralOf, singularOf } from './plurals'

test('plurals are real English', () => {
  const cases = {
    Redis: 'redises',
    ManagedRedis: 'managedredises',
    Policy: 'policies',
    Box: 'boxes',
    Kafka: 'kafkas',
    RedisFailover: 'redisfailovers',
    Database: 'databases',
    Ingress: 'ingresses',
    Status: 'statuses',
    Proxy: 'proxies',
    Gateway: 'gateways',
    Analysis: 'analyses',
    Schema: 'schemas',
    Prometheus: 'prometheuses',
    MongoDB: 'mongodbs',
    Index: 'indices',
    Jenkins: 'jenkinses',
    Lens: 'lenses',
  }
  expect(Object.fromEntries(Object.keys(cases).map((kind) => [kind, pluralOf(kind)]))).toEqual(
    cases,
  )
})

test('a kind that is a plural already stays sane', () => {
  const cases = {
    Endpoints: 'endpoints',
    Kubernetes: 'kubernetes',
    Policies: 'policies',
    RDS: 'rds',
  }
  expect(Object.fromEntries(Object.keys(cases).map((kind) => [kind, pluralOf(kind)]))).toEqual(
    cases,
  )
})

test('whatever the kind, plural and singular are DNS-1035 labels or empty', () => {
  const kinds = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'aBsy1-_$.'), maxLength: 80 }),
    fc.constantFrom('__proto__', 'constructor', '', '1', '-', 'a'.repeat(64), `${'a'.repeat(62)}y`),
  )
  fc.assert(
    fc.property(kinds, (kind) => {
      for (const name of [pluralOf(kind), singularOf(kind)]) {
        expect(name).toMatch(/^([a-z]([-a-z0-9]{0,61}[a-z0-9])?)?$/)
      }
    }),
  )
})
