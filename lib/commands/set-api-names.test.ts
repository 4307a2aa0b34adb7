import { describe, expect, test } from 'vitest'
import { PROMISE_FILE } from '@/lib/promise/files'
import { setApiNames } from './set-api-names'
import { setVersionName } from './set-version-name'
import { after, afterAll, filesOf, redis, refusal, type Texts } from './testing'

/** The lines of promise.yaml that differ, trimmed. */
function changed(texts: Texts, ...commands: Parameters<typeof afterAll>[1][]): string[] {
  const before = (texts[PROMISE_FILE] ?? '').split('\n')
  const now = (afterAll(texts, ...commands)[PROMISE_FILE] ?? '').split('\n')
  return now.flatMap((line, i) => (line === before[i] ? [] : [line.trim()]))
}

test('plural, singular and CRD name follow the kind', () => {
  expect(changed(redis, setApiNames({ kind: 'Policy' }))).toEqual([
    'name: policies.mygroup.org',
    'kind: Policy',
    'plural: policies',
    'singular: policy',
  ])
})

test('the CRD name follows group and plural', () => {
  expect(changed(redis, setApiNames({ group: 'acme.dev' }))).toEqual([
    'name: redises.acme.dev',
    'group: acme.dev',
  ])
  expect(changed(redis, setApiNames({ plural: 'redis' }))).toEqual([
    'name: redis.mygroup.org',
    'plural: redis',
  ])
})

test('letter by letter, through nothing, they follow all the same', () => {
  const typed = ['', 'B', 'Bo', 'Box'].map((kind) => setApiNames({ kind }))
  expect(changed(redis, ...typed)).toEqual([
    'name: boxes.mygroup.org',
    'kind: "Box"', // empty has to be quoted, and quotes stay
    'plural: "boxes"',
    'singular: "box"',
  ])
})

test('a name of the user stays, and so does all that does not follow from what changed', () => {
  const own = after(redis, setApiNames({ plural: 'redis' }))
  expect(changed(own, setApiNames({ kind: 'Box' }))).toEqual(['kind: Box', 'singular: box'])
  const crd = after(redis, setApiNames({ crdName: 'x.y.z' }))
  expect(changed(crd, setApiNames({ group: 'acme.dev' }))).toEqual(['group: acme.dev'])
})

test('a list kind that is the kind and List follows', () => {
  const promise = redis[PROMISE_FILE]?.replace(
    '        singular:',
    '        listKind: RedisList\n        singular:',
  )
  const texts = { ...redis, [PROMISE_FILE]: promise ?? '' }
  expect(changed(texts, setApiNames({ kind: 'Box' }))).toContain('listKind: BoxList')
})

describe('a request that is a file of the repository', () => {
  const example = '# try it\napiVersion: mygroup.org/v1alpha1 # ours\nkind: Redis\nspec: {}\n'
  const texts = { ...redis, 'example-resource.yaml': example }

  test('follows group, version and kind', () => {
    const now = afterAll(
      texts,
      setApiNames({ kind: 'Box' }),
      setApiNames({ group: 'a.b' }),
      setVersionName(0, 'v1'),
    )
    expect(now['example-resource.yaml']).toBe(
      '# try it\napiVersion: a.b/v1 # ours\nkind: Box\nspec: {}\n',
    )
    expect(now[PROMISE_FILE]).toContain('- name: v1\n')
  })
  test('of another API stays', () => {
    const other = { ...redis, 'example-resource.yaml': example.replace('mygroup', 'other') }
    const now = after(other, setApiNames({ kind: 'Box' }))
    expect(now['example-resource.yaml']).toBe(other['example-resource.yaml'])
  })
})

test('the version is that of the storage version', () => {
  expect(changed(redis, setApiNames({ version: 'v1' }))).toEqual(['- name: v1'])
  expect(refusal(redis, setVersionName(3, 'v1'))).toContain('no such version')
})

test('without an API there are no names; the same names change nothing', () => {
  const bare = { [PROMISE_FILE]: 'kind: Promise\n' }
  expect(refusal(bare, setApiNames({ kind: 'X' }))).toBe('The Promise has no API.')
  expect(setApiNames({ kind: 'Redis' }).run(filesOf(redis)).kind).toBe('unchanged')
})

test('typing in one field is one undo, another field is another', () => {
  expect(setApiNames({ kind: 'A' }).group).toBe(setApiNames({ kind: 'AB' }).group)
  expect(setApiNames({ kind: 'A' }).group).not.toBe(setApiNames({ group: 'a' }).group)
  expect(setApiNames({ crdName: 'x' }).label).toBe('Set CRD name')
})
