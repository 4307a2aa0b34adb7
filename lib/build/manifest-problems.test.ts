import { expect, test } from 'vitest'
import { filesOf } from '@/lib/commands/testing'
import { manifestProblems } from './manifest-problems'

const PROMISE = `apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata: {name: redis}
spec:
  workflows:
    promise:
      configure:
        - apiVersion: platform.kratix.io/v1alpha1
          kind: Pipeline
          metadata: {name: dependencies}
          spec:
            containers: [{name: configure-deps, image: "a/b:v1"}]
`
const FOLDER = 'workflows/promise/configure/dependencies/configure-deps/resources/'
const OBJECT = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n'

const found = (manifests: Readonly<Record<string, string>>) => {
  const named = Object.entries(manifests).map(([name, text]) => [`${FOLDER}${name}`, text])
  const all = { 'promise.yaml': PROMISE, ...Object.fromEntries(named) }
  return manifestProblems(filesOf(all)).map(({ severity, message, place, range }) => {
    const text: string = all[place.file as keyof typeof all]
    return `${place.file.slice(FOLDER.length)}:${text.slice(0, range?.from).split('\n').length} ${severity}: ${message}`
  })
}

test('good manifests have no problem, and neither has a Promise without any', () => {
  expect(found({ 'a.yaml': OBJECT })).toEqual([])
  expect(found({})).toEqual([])
  expect(manifestProblems(new Map())).toEqual([])
})

test('a fault of a manifest stands at its document, as a sentence', () => {
  expect(found({ 'a.yaml': `${OBJECT}---\napiVersion: v1\nmetadata: {name: b}\n` })).toEqual([
    'a.yaml:6 error: This object has no kind.',
  ])
})

test('what is there twice is told at the second place, also in another file', () => {
  expect(found({ 'a.yaml': OBJECT, 'b.yaml': OBJECT })).toEqual([
    `b.yaml:1 error: ConfigMap a is there twice, first in ${FOLDER}a.yaml: only one can be applied.`,
  ])
})
