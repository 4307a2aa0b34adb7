import { describe, expect, test } from 'vitest'
import type { Command } from '@/lib/promise/command'
import { spellings } from './hand-written'
import { renameProperty } from './rename-property'
import { setApiNames } from './set-api-names'
import { setVersionName } from './set-version-name'
import { filesOf, redis, type Texts, after as textsAfter } from './testing'
import { property } from './testing-schema'

const STEP = 'workflows/resource/configure/instance/notify/'
const rename = renameProperty(property('size'), 'tier')

/** The file and the marked words of each note. */
function noted(texts: Texts, command: Command): readonly (readonly [string, string])[] {
  const files = filesOf(texts)
  const outcome = command.run(files)
  if (outcome.kind !== 'change') throw new Error(outcome.kind)
  const now = textsAfter(texts, command)
  return (outcome.notes ?? []).map(({ place, range }) => [
    place.file,
    now[place.file]?.slice(range?.from ?? 0, range?.to ?? 0) ?? '',
  ])
}

describe('renaming a property', () => {
  const request = `apiVersion: mygroup.org/v1alpha1
kind: Redis
metadata: {name: a}
spec:
  size: small # the usual
  tls: {enabled: true}
`
  test('follows into the example and into what a step is tried on, and changes no more there', () => {
    const texts = {
      ...redis,
      'example-resource.yaml': request,
      'workflows/resource/configure/instance/render/tests/object.yaml': request,
    }
    const now = textsAfter(texts, rename)
    const wanted = request.replace('size:', 'tier:')
    expect(now['example-resource.yaml']).toBe(wanted)
    expect(now['workflows/resource/configure/instance/render/tests/object.yaml']).toBe(wanted)
    expect(textsAfter(texts, renameProperty(property('tls.enabled'), 'active'))).toMatchObject({
      'example-resource.yaml': request.replace('enabled', 'active'),
    })
    expect(noted(texts, rename)).toEqual([])
  })
  test('follows into the further test cases of a step, and not into what it must write', () => {
    const tests = 'workflows/resource/configure/instance/render/tests'
    const texts = {
      ...redis,
      [`${tests}/large/object.yaml`]: request,
      [`${tests}/expected-output/object.yaml`]: request,
    }
    const now = textsAfter(texts, rename)
    expect(now[`${tests}/large/object.yaml`]).toBe(request.replace('size:', 'tier:'))
    expect(now[`${tests}/expected-output/object.yaml`]).toBe(request)
  })
  test('leaves requests of another API, and several documents in one file, alone', () => {
    const other = request.replace('mygroup.org', 'other.org')
    const two = `${request}---\n${request}`
    const texts = { ...redis, 'example-resource.yaml': other }
    expect(textsAfter(texts, rename)['example-resource.yaml']).toBe(other)
    const both = { ...redis, 'example-resource.yaml': two }
    expect(textsAfter(both, rename)['example-resource.yaml']).toBe(two)
  })
  test('points at programs of the user that still say it, once a line, in the words of their language', () => {
    const texts = {
      ...redis,
      [`${STEP}scripts/pipeline.go`]: 'a := r.Spec.Size + size(size)\nb := resize + fontSize\n',
      [`${STEP}scripts/run.sh`]: 'echo "$size" font-size\n',
      [`${STEP}go.sum`]: 'size\n',
      'workflows/promise/configure/a/b/run.sh': 'echo size\n',
      'docs/size.md': 'size\n',
    }
    expect(noted(texts, rename)).toEqual([
      [`${STEP}scripts/pipeline.go`, 'Size'],
      [`${STEP}scripts/run.sh`, 'size'],
    ])
    expect(textsAfter(texts, rename)).toMatchObject({
      [`${STEP}scripts/run.sh`]: texts[`${STEP}scripts/run.sh`],
    })
  })
  test('does not point into manifests and templates, which name properties of other objects', () => {
    const render = 'workflows/resource/configure/instance/render/'
    const texts = { ...redis, [`${render}resources/x.yaml`]: 'size: 1\n' }
    expect(noted(texts, rename)).toEqual([])
    const edited = { ...redis, [`${render}scripts/values.go`]: 'spec["size"]\n' }
    expect(noted(edited, rename)).toEqual([[`${render}scripts/values.go`, 'size']])
  })
  test('points at ten lines of a file, and says how many more there are', () => {
    const texts = { ...redis, [`${STEP}run.sh`]: 'echo $size\n'.repeat(14) }
    const outcome = rename.run(filesOf(texts))
    const notes = outcome.kind === 'change' ? (outcome.notes ?? []) : []
    expect(notes).toHaveLength(10)
    expect(notes.at(-1)?.message).toMatch(/So do 4 more lines below\.$/)
  })
  test('points at other requests of the repository that set it', () => {
    const texts = { ...redis, 'teams/a.yaml': `kind: Namespace\n---\n${request}` }
    expect(noted(texts, rename)).toEqual([['teams/a.yaml', 'size']])
    expect(noted(texts, renameProperty(property('tls.enabled'), 'active'))).toEqual([
      ['teams/a.yaml', 'enabled'],
    ])
  })
})

describe('renaming the API', () => {
  test('points at programs that still say its names', () => {
    const texts = {
      ...redis,
      [`${STEP}scripts/pipeline.py`]: 'KIND = "Redis"\nkubectl get redises.mygroup.org\n',
      'workflows/promise/configure/a/b/run.sh': 'kubectl get redises\n',
    }
    expect(noted(texts, setApiNames({ kind: 'Cache' }))).toEqual([
      [`${STEP}scripts/pipeline.py`, 'Redis'],
      [`${STEP}scripts/pipeline.py`, 'redises'],
      ['workflows/promise/configure/a/b/run.sh', 'redises'],
    ])
    expect(noted(texts, setApiNames({ group: 'acme.dev' }))).toEqual([
      [`${STEP}scripts/pipeline.py`, 'mygroup.org'],
    ])
  })
  test('points at requests in files of the user, also for another version', () => {
    const request = '# ours\napiVersion: mygroup.org/v1alpha1\nkind: Redis\n'
    const texts = {
      ...redis,
      'teams/a.yaml': request,
      [`${STEP}run.sh`]: 'x mygroup.org/v1alpha1\n',
    }
    expect(noted(texts, setVersionName(0, 'v1'))).toEqual([
      [`${STEP}run.sh`, 'mygroup.org/v1alpha1'],
      ['teams/a.yaml', 'Redis'],
    ])
    expect(noted(texts, setApiNames({ singular: 'r' }))).toEqual([])
  })
})

test('a property is spelt as each language does', () => {
  expect(spellings('size')).toEqual(['size', 'Size'])
  expect(spellings('maxSize')).toEqual(['maxSize', 'MaxSize', 'max_size'])
  expect(spellings('max-size')).toEqual(['max-size', 'MaxSize', 'maxSize', 'max_size'])
})
