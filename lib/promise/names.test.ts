import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as names from './names'

type Check = (name: string) => string | undefined
const long = (n: number) => 'a'.repeat(n)
const hostile = [
  'a: {b',
  'a\nb',
  '${x}',
  '"; rm -rf /',
  '$(id)',
  '*/',
  '__proto__',
  'a ',
  ' a',
  'ü',
]

const cases: Record<string, { check: Check; good: string[]; bad: string[] }> = {
  'promise name': {
    check: names.checkPromiseName,
    good: ['redis', 'r', '1redis', 'my.redis', long(63)],
    bad: ['', 'Redis', '-a', 'a-', 'a..b', '.a', long(64), ...hostile],
  },
  group: {
    check: names.checkGroup,
    good: ['mygroup.org', 'a.b', '1.2'],
    bad: ['', 'mygroup', 'newGroup.org', 'a.', '.b', `${long(252)}.a`, ...hostile],
  },
  kind: {
    check: names.checkKind,
    good: ['Redis', 'redis', 'MongoDB', 'A1', 'My-Kind', long(63)],
    bad: ['', '1Redis', 'My_Kind', 'Redis-', '\u212aelvin', long(64), ...hostile],
  },
  plural: {
    check: names.checkPlural,
    good: ['redises', 'a1'],
    bad: ['', 'newPlural', '1a', 'a.b', ...hostile],
  },
  version: {
    check: names.checkVersionName,
    good: ['v1', 'v1alpha1', 'beta'],
    bad: ['', '1.0', '1', 'V1', 'v1.0', ...hostile],
  },
  'promise version': {
    check: names.checkPromiseVersion,
    good: ['v0.1.0', '1', 'A_b'],
    bad: ['', 'latest', 'not-set', 'v1+2', ...hostile],
  },
  'label key': {
    check: names.checkLabelKey,
    good: ['environment', 'a_b.C', 'kratix.io/zone', `${long(63)}`],
    bad: ['', '/', 'a/', '/a', 'A.b/c', 'a/b/c', '-a', long(64), ...hostile],
  },
  'label value': {
    check: names.checkLabelValue,
    good: ['', 'dev', 'True', 'a_b.C', long(63)],
    bad: [long(64), '-a', 'a.', ...hostile],
  },
  pipeline: {
    check: names.checkPipelineName,
    good: ['instance-configure', 'a.b'],
    bad: ['', 'A', 'a_b', long(64), ...hostile],
  },
  container: {
    check: names.checkContainerName,
    good: ['render', '1st'],
    bad: ['', 'reader', 'work-writer', 'status-writer', 'a.b', 'A', long(64), ...hostile],
  },
  registry: {
    check: names.checkRegistry,
    good: ['', 'ghcr.io/acme', 'localhost:5000', 'acme', 'registry.acme.dev:443/a/b', '[::1]:5000'],
    bad: ['ghcr.io/', '/a', 'https://ghcr.io/a', 'ghcr.io/Acme', 'a b', 'a/b:v1', ...hostile],
  },
  image: {
    check: names.checkImage,
    good: [
      'redis',
      'redis:7',
      'acme/redis:v1',
      'ghcr.io/acme/redis-configure:v0.1.0',
      'localhost:5000/a_b/c.d:v1',
      `redis@sha256:${'0'.repeat(64)}`,
    ],
    bad: ['', 'Redis:7', 'redis:', 'redis:a b', 'redis@sha256:0', 'a//b', 'ghcr.io/', ...hostile],
  },
}

describe.each(Object.entries(cases))('%s', (_, { check, good, bad }) => {
  test.each(good)('accepts %j', (name) => expect(check(name)).toBeUndefined())
  test.each(bad)('refuses %j with one sentence', (name) => {
    expect(check(name)).toMatch(/^The .+[.)"]$/s)
  })
})

test('an empty property name is the only one that Kubernetes refuses', () => {
  expect(names.checkPropertyName('')).toBe('The property name is missing.')
  expect(names.checkPropertyName('__proto__')).toBeUndefined()
})

test('the CRD name is plural, dot, group', () => {
  expect(names.checkCrdName('redises.acme.org', 'redises', 'acme.org')).toBeUndefined()
  expect(names.checkCrdName('redis.acme.org', 'redises', 'acme.org')).toContain('redises.acme.org')
})

test('groups of Kubernetes are protected, those that only resemble them are not', () => {
  for (const group of ['k8s.io', 'x.k8s.io', 'kubernetes.io', 'a.b.kubernetes.io']) {
    expect(names.checkProtectedGroup(group)).toContain('api-approved')
  }
  for (const group of ['myk8s.io', 'k8s.io.acme.org', 'acme.org']) {
    expect(names.checkProtectedGroup(group)).toBeUndefined()
  }
})

test('no text is checked slowly', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'a-._:/@0'), maxLength: 3000 }), (text) => {
      for (const { check } of Object.values(cases)) check(text)
    }),
    { numRuns: 50 },
  )
})
