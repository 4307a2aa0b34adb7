import { describe, expect, test } from 'vitest'
import { PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { bumpVersion } from './bump-version'
import { setPromiseName } from './set-promise-name'
import { setPromiseVersion } from './set-promise-version'
import { setRegistry } from './set-registry'
import { afterAll, after as afterCommand, filesOf, redis, refusal } from './testing'

const promise = redis[PROMISE_FILE] ?? ''
const settings = redis[SETTINGS_FILE] ?? ''

test('a bump moves the label and the images that follow it, in one step', () => {
  const texts = afterCommand(redis, bumpVersion('minor'))
  expect(texts[PROMISE_FILE]).toBe(promise.replaceAll('v0.1.0', 'v0.2.0'))
  expect(texts[SETTINGS_FILE]).toBe(settings)
})

test('images with a tag of their own, or from elsewhere, stay', () => {
  const other = {
    ...redis,
    [PROMISE_FILE]: promise.replace('ghcr.io/team/redis-render', 'quay.io/x'),
  }
  const texts = afterCommand(other, bumpVersion('major'))
  expect(texts[PROMISE_FILE]).toContain('kratix.io/promise-version: v1.0.0')
  expect(texts[PROMISE_FILE]).toContain('quay.io/x:v0.1.0')
  expect(texts[PROMISE_FILE]).toContain('ghcr.io/team/notify:1.0')
})

test('a version that is no semantic one is not bumped, but can be set', () => {
  const blue = afterCommand(redis, setPromiseVersion('blue'))
  expect(blue[PROMISE_FILE]).toBe(promise.replaceAll('v0.1.0', 'blue'))
  expect(refusal(blue, bumpVersion('patch'))).toContain('"blue"')
})

test('a missing label is made; what YAML would not read as a string is quoted', () => {
  const bare = { [PROMISE_FILE]: 'kind: Promise\nmetadata:\n  name: redis\n' }
  expect(afterCommand(bare, setPromiseVersion('1.0'))[PROMISE_FILE]).toBe(
    'kind: Promise\nmetadata:\n  name: redis\n  labels:\n    kratix.io/promise-version: "1.0"\n',
  )
  expect(refusal(bare, bumpVersion('patch'))).toContain('no version yet')
})

test('typed letter by letter the images come along', () => {
  const typed = ['', 'v', 'v2', 'v2.0.0'].map((version) => setPromiseVersion(version))
  // An empty label has to be quoted, and quotes stay.
  expect(afterAll(redis, ...typed)[PROMISE_FILE]).toBe(
    promise.replace('v0.1.0', '"v2.0.0"').replace('v0.1.0', 'v2.0.0'),
  )
})

test('the name of the Promise takes along the images that bear it', () => {
  expect(afterCommand(redis, setPromiseName('cache'))[PROMISE_FILE]).toBe(
    promise
      .replace('name: redis\n', 'name: cache\n')
      .replace('team/redis-render', 'team/cache-render'),
  )
})

describe('the registry', () => {
  test('moves the images that stand in it, and the setting', () => {
    const texts = afterCommand(redis, setRegistry('quay.io/acme'))
    expect(texts[PROMISE_FILE]).toBe(promise.replaceAll('ghcr.io/team', 'quay.io/acme'))
    expect(texts[SETTINGS_FILE]).toBe(settings.replace('ghcr.io/team', 'quay.io/acme'))
  })
  test('goes, and comes again', () => {
    const none = afterCommand(redis, setRegistry(''))
    expect(none[SETTINGS_FILE]).not.toContain('images')
    expect(none[PROMISE_FILE]).toContain('image: redis-render:v0.1.0')
    expect(afterCommand(none, setRegistry('ghcr.io/team'))[PROMISE_FILE]).toContain(
      'ghcr.io/team/redis-render:v0.1.0',
    )
  })
  test('makes the settings file when there is none', () => {
    const texts = afterCommand({ [PROMISE_FILE]: promise }, setRegistry('quay.io'))
    expect(texts[SETTINGS_FILE]).toContain('images:\n  registry: quay.io\n')
    expect(texts[PROMISE_FILE]).toContain('ghcr.io/team/redis-render') // of a registry that was not set
    expect(setRegistry('').run(filesOf({ [PROMISE_FILE]: promise })).kind).toBe('unchanged')
  })
})
