import { describe, expect, test } from 'vitest'
import { redisPromise } from '@/lib/build/testing'
import { displayPath } from '@/lib/promise/path'
import { readPromise } from '@/lib/promise/read'
import { judgeRequest } from './judge'
import { request } from './testing'

const { api } = readPromise(redisPromise([]))
const judge = (object: unknown) => {
  if (!api) throw new Error('the Promise has an API')
  return judgeRequest(api, object)
}
const said = (object: unknown) =>
  judge(object).faults.map(({ path, message }) => `${displayPath(path)}: ${message}`)

describe('a request as the API server takes it', () => {
  test('has defaults filled in, what is unknown dropped, and a namespace', () => {
    const judged = judge({
      ...request({ oops: 1 }),
      metadata: { name: 'cache' },
      more: true,
    })
    expect(judged.faults).toEqual([])
    expect(judged.unknown.map(displayPath)).toEqual(['spec.oops', 'more'])
    expect(judged.stored).toEqual({
      ...request({ size: 'small' }),
      metadata: { name: 'cache', namespace: 'default' },
    })
  })

  test('keeps the status that stands for an earlier run', () => {
    expect(judge(request({}, { status: { a: 1 } })).stored).toMatchObject({ status: { a: 1 } })
  })

  test('is refused in the words of the API server', () => {
    expect(said(request({ size: 'huge' }))).toEqual([
      'spec.size: Unsupported value: "huge": supported values: "small", "large"',
    ])
    expect(said('text')).toEqual([': The request is not an object.'])
    expect(said({ ...request(), kind: 'Cache' })).toEqual([
      'kind: no matches for kind "Cache" in version "mygroup.org/v1alpha1"',
    ])
    expect(said({ ...request(), apiVersion: 'mygroup.org/v2' })).toEqual([
      'apiVersion: no matches for kind "Redis" in version "mygroup.org/v2"',
    ])
    expect(said({ ...request(), apiVersion: undefined })).toEqual([
      "apiVersion: Object 'apiVersion' is missing",
    ])
  })
})

describe('its metadata', () => {
  const named = (metadata: unknown) => said({ ...request(), metadata })

  test('needs a name of at most 63 characters (2.5)', () => {
    expect(named({})).toEqual(['metadata.name: Required value: name or generateName is required'])
    expect(named({ name: 'A' })[0]).toContain('a lowercase RFC 1123 subdomain must consist of')
    expect(named({ name: 'a'.repeat(63) })).toEqual([])
    expect(named({ name: 'a'.repeat(64) })).toEqual([
      'metadata.name: Too long: may not be more than 63 bytes',
    ])
    expect(named({ name: 1 })[0]).toContain('cannot unmarshal number')
  })

  test('has a namespace that can be there, and labels that are strings', () => {
    expect(named({ name: 'a', namespace: 'A b' })).toEqual([
      'metadata.namespace: namespaces "A b" not found',
    ])
    expect(named({ name: 'a', labels: { x: true } })[0]).toContain(
      'metadata.labels.x: cannot unmarshal bool',
    )
  })
})

const OWNER = { apiVersion: 'v1', kind: 'Pod', name: 'a', uid: 'b', controller: true }

describe('its labels, annotations, finalizers and owners', () => {
  const named = (metadata: object) =>
    said({ ...request(), metadata: { name: 'a', namespace: 'b', ...metadata } })

  test('are taken as they should be', () => {
    expect(
      named({
        labels: { 'a.b/C_d': 'E-f.1', plain: '' },
        annotations: { 'A.B/c': 'any text: { }', d: 'x'.repeat(1000) },
        finalizers: ['a.b/c'],
        ownerReferences: [OWNER, { ...OWNER, kind: 'Job', controller: false }],
      }),
    ).toEqual([])
  })

  test.each([
    [{ labels: { 'a b': 'c' } }, 'metadata.labels["a b"]: Invalid value: "a b"'],
    [{ labels: { 'a/b/c': 'c' } }, 'metadata.labels["a/b/c"]: Invalid value: "a/b/c"'],
    [{ labels: { a: 'two words' } }, 'metadata.labels.a: Invalid value: "two words"'],
    [{ labels: { a: 'x'.repeat(64) } }, 'metadata.labels.a: Invalid value: "xxx'],
    [{ labels: ['a'] }, 'metadata.labels: is not a map'],
    [{ annotations: { 'a b': 'c' } }, 'metadata.annotations["a b"]: Invalid value: "a b"'],
    [{ annotations: { a: 1 } }, 'metadata.annotations.a: cannot unmarshal number'],
    [{ annotations: { a: 'ä'.repeat(131_072) } }, 'metadata.annotations: Too long'],
    [{ ownerReferences: 'a' }, 'metadata.ownerReferences: is not a list'],
    [{ ownerReferences: [1] }, 'metadata.ownerReferences[0]: is not an owner'],
    [
      { ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'a' }] },
      'metadata.ownerReferences[0].uid: Invalid value: "": must not be empty',
    ],
    [
      { ownerReferences: [{ ...OWNER, apiVersion: 'a/b/c' }] },
      'metadata.ownerReferences[0].apiVersion: Invalid value: "a/b/c": unexpected GroupVersion',
    ],
    [
      { ownerReferences: [{ ...OWNER, controller: 'yes' }] },
      'metadata.ownerReferences[0].controller: is not true or false',
    ],
    [
      { ownerReferences: [OWNER, { ...OWNER, kind: 'Job' }] },
      'metadata.ownerReferences: Invalid value: Only one reference can have Controller set to true. Found "true" in references for Pod/a and Job/a',
    ],
    [
      { ownerReferences: [{ ...OWNER, kind: 'Event' }] },
      'metadata.ownerReferences[0]: Invalid value: "v1", Kind=Event is disallowed',
    ],
    [{ finalizers: ['a b'] }, 'metadata.finalizers[0]: Invalid value: "a b"'],
    [{ finalizers: [1] }, 'metadata.finalizers[0]: cannot unmarshal number'],
    [{ finalizers: 'a' }, 'metadata.finalizers: is not a list'],
  ])('are refused where the API server refuses them: %j', (metadata, message) => {
    const faults = named(metadata)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(message)
  })

  test('and all else that is null is read as Go reads it', () => {
    const metadata = {
      ...{ name: 'a', namespace: null, labels: null, finalizers: null },
      annotations: { a: null },
    }
    const judged = judge({ ...request(), metadata })
    expect(judged.faults).toEqual([])
    expect(judged.stored).toMatchObject({ metadata: { annotations: { a: '' } } })
    expect(Object(judged.stored).metadata).toEqual({
      ...{ name: 'a', namespace: 'default', annotations: { a: '' } },
    })
    expect(judge({ ...request(), metadata: { name: 'a', namespace: '' } }).faults).toEqual([])
  })
})

describe('several versions', () => {
  const promise = structuredClone(redisPromise([])) as {
    spec: { api: { spec: { versions: Record<string, unknown>[] } } }
  }
  const { versions } = promise.spec.api.spec
  versions.push({
    ...{ name: 'v1beta1', served: true, storage: false },
    schema: {
      openAPIV3Schema: {
        type: 'object',
        properties: { spec: { type: 'object', properties: { extra: { type: 'string' } } } },
      },
    },
  })
  versions.push({ ...versions[1], name: 'v0', served: false })
  const view = readPromise(promise).api

  test('a request is judged in its own and stored in the one that Kratix watches', () => {
    if (!view) throw new Error('the Promise has an API')
    const judged = judgeRequest(view, {
      ...request({ extra: 'x' }),
      apiVersion: 'mygroup.org/v1beta1',
    })
    expect(judged.faults).toEqual([])
    expect(judged.stored).toMatchObject({
      apiVersion: 'mygroup.org/v1alpha1',
      spec: { size: 'small' },
    })
    const unserved = judgeRequest(view, { ...request(), apiVersion: 'mygroup.org/v0' })
    expect(unserved.faults[0]?.path).toEqual(['apiVersion'])
  })
})
