import { expect, test } from 'vitest'
import { PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { setField } from './set-field'
import { after, filesOf, redis, refusal } from './testing'

const SCOPE = ['spec', 'api', 'spec', 'scope']

test('sets and removes a value of promise.yaml', () => {
  const cluster = after(redis, setField(PROMISE_FILE, SCOPE, 'Cluster'))
  expect(cluster[PROMISE_FILE]).toBe(redis[PROMISE_FILE]?.replace('Namespaced', 'Cluster'))
  const none = after(redis, setField(PROMISE_FILE, SCOPE, undefined))
  expect(none[PROMISE_FILE]).toBe(redis[PROMISE_FILE]?.replace('      scope: Namespaced\n', ''))
})

test('makes the parents of a new value, in the settings too', () => {
  const texts = after({}, setField(SETTINGS_FILE, ['images', 'registry'], 'x'))
  expect(texts[SETTINGS_FILE]).toContain('version: 1\nimages:\n  registry: x\n')
})

test('says where it happened, and what', () => {
  const command = setField(PROMISE_FILE, SCOPE, 'Cluster')
  const outcome = command.run(filesOf(redis))
  expect(command.label).toBe('Set spec.api.spec.scope')
  expect(outcome).toMatchObject({ kind: 'change', place: { file: PROMISE_FILE, path: SCOPE } })
  expect(setField(PROMISE_FILE, SCOPE, 'Namespaced').run(filesOf(redis)).kind).toBe('unchanged')
})

test('another file has no fields, and a broken one none that can be set', () => {
  expect(refusal(redis, setField('README.md', ['a'], 1))).toContain('README.md')
  expect(refusal({ [PROMISE_FILE]: 'a: [' }, setField(PROMISE_FILE, ['a'], 1))).toContain('error')
})
