import { expect, test } from 'vitest'
import { PROMISE_FILE } from '@/lib/promise/files'
import { addVersion } from './add-version'
import { copyVersion, nextVersionName } from './copy-version'
import { removeVersion } from './remove-version'
import { setStorageVersion } from './set-storage-version'
import { setDeprecationWarning, setVersionDeprecated, setVersionServed } from './set-version-flags'
import { after, afterAll, filesOf, refusal, type Texts, textsOf } from './testing'

const HEAD = `apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: redis
spec:
  api:
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata:
      name: redises.acme.dev
    spec:
      group: acme.dev
      names: {kind: Redis, plural: redises}
      scope: Namespaced
`
const ALPHA = `        - name: v1alpha1 # the first
          served: true
          storage: true
          deprecated: true
          deprecationWarning: use v1
          schema:
            openAPIV3Schema:
              type: object
              # what people ask for
              properties: {spec: {type: object}}
`
const COPY = `        - name: v1alpha2 # the first
          served: true
          storage: false
          schema:
            openAPIV3Schema:
              type: object
              # what people ask for
              properties: {spec: {type: object}}
`
const EXAMPLE = `apiVersion: acme.dev/v1alpha1
kind: Redis
metadata: {name: mine}
spec: {}
`
const one: Texts = {
  [PROMISE_FILE]: `${HEAD}      versions:\n${ALPHA}`,
  'example-resource.yaml': EXAMPLE,
}
const two = after(one, copyVersion(0, 'v1alpha2'))

test('a copy has the whole schema and its comments, and is neither stored nor deprecated', () => {
  expect(two[PROMISE_FILE]).toBe(`${HEAD}      versions:\n${ALPHA}${COPY}`)
})

test('the name that follows is free', () => {
  expect(nextVersionName('v1alpha1', ['v1alpha1'])).toBe('v1alpha2')
  expect(nextVersionName('v1', ['v1', 'v2'])).toBe('v3')
  expect(nextVersionName('edge', [])).toBe('edge2')
})

test('exactly one version is stored, and the example is written in it', () => {
  const moved = after(two, setStorageVersion(1))
  const [alpha = '', copy = ''] = (moved[PROMISE_FILE] ?? '').split('        - name: v1alpha2')
  expect(alpha).toContain('storage: false')
  expect(copy).toContain('storage: true')
  expect(moved['example-resource.yaml']).toBe(EXAMPLE.replace('v1alpha1', 'v1alpha2'))
  expect(after(moved, setStorageVersion(0))).toEqual(two)
})

test('the version that becomes the stored one is served again', () => {
  const hidden = after(two, setVersionServed(1, false))
  expect(hidden[PROMISE_FILE]).toContain('served: false')
  expect(after(hidden, setStorageVersion(1))[PROMISE_FILE]).not.toContain('served: false')
  expect(refusal(hidden, setVersionServed(0, false))).toBe(
    'Kratix watches the storage version, so it has to be served.',
  )
})

test('the stored version goes when another takes its place, the only one never', () => {
  expect(refusal(one, removeVersion(0))).toBe('An API needs a version: this is its only one.')
  expect(after(two, removeVersion(1))).toEqual(one)
  const outcome = removeVersion(0).run(filesOf(two))
  if (outcome.kind !== 'refused') throw new Error('it was not refused')
  expect(outcome.ways.map(({ label }) => label)).toEqual(['Store v1alpha2 and remove v1alpha1'])
  const [way] = outcome.ways
  const left = way ? after(two, way) : {}
  expect(left[PROMISE_FILE]).toBe(
    `${HEAD}      versions:\n${COPY.replace('storage: false', 'storage: true')}`,
  )
  expect(left['example-resource.yaml']).toContain('acme.dev/v1alpha2')
})

test('what is no longer deprecated warns nobody', () => {
  const none = after(one, setVersionDeprecated(0, false))
  expect(none[PROMISE_FILE]).not.toMatch(/deprecat/)
  const again = afterAll(none, setVersionDeprecated(0, true), setDeprecationWarning(0, 'use v2'))
  expect(again[PROMISE_FILE]).toMatch(/deprecated: true\n {10}deprecationWarning: use v2\n/)
  expect(after(again, setDeprecationWarning(0, ''))[PROMISE_FILE]).not.toContain('use v2')
})

test('an API without a version gets a first one, and no second by that way', () => {
  const empty = { [PROMISE_FILE]: `${HEAD}      versions: []\n` }
  expect(after(empty, addVersion('v1'))[PROMISE_FILE]).toContain('- name: v1\n')
  expect(refusal(one, addVersion('v1'))).toBe('There is a version already; copy it.')
})

test('an edit leaves files that it does not name as they were', () => {
  expect(
    textsOf(filesOf(after(one, setVersionDeprecated(0, false))))['example-resource.yaml'],
  ).toBe(EXAMPLE)
})
