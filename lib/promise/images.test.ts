import { describe, expect, test } from 'vitest'
import { isFloating, joinImage, moveImage, splitImage } from './images'

test('splits repository, tag and digest, and joins them again', () => {
  const cases: [string, string, string, string][] = [
    ['redis', 'redis', '', ''],
    ['ghcr.io/acme/redis:v1', 'ghcr.io/acme/redis', 'v1', ''],
    ['localhost:5000/redis', 'localhost:5000/redis', '', ''],
    ['localhost:5000/redis:v1', 'localhost:5000/redis', 'v1', ''],
    ['a/b:v1@sha256:00', 'a/b', 'v1', 'sha256:00'],
    ['a/b@sha256:00', 'a/b', '', 'sha256:00'],
  ]
  for (const [image, repository, tag, digest] of cases) {
    expect(splitImage(image)).toEqual({ repository, tag, digest })
    expect(joinImage(splitImage(image))).toBe(image)
  }
})

test('untagged and latest float; a tag or a digest does not', () => {
  expect(['redis', 'redis:latest', 'localhost:5000/redis'].every(isFloating)).toBe(true)
  expect(['redis:7', 'redis@sha256:00', 'redis:latest@sha256:00'].some(isFloating)).toBe(false)
})

describe('when registry, version or name of the Promise change', () => {
  const key = 'resource/configure/instance/render' as const
  const before = { registry: 'r.io/a', promise: 'redis', version: 'v0.1.0' }
  const move = (image: string, after: Partial<typeof before>) =>
    moveImage(image, key, before, { ...before, ...after })

  test('an image that the setting made moves with each', () => {
    const image = 'r.io/a/redis-render:v0.1.0'
    expect(move(image, { registry: 'q.io/' })).toBe('q.io/redis-render:v0.1.0')
    expect(move(image, { version: 'v0.2.0' })).toBe('r.io/a/redis-render:v0.2.0')
    expect(move(image, { promise: 'cache' })).toBe('r.io/a/cache-render:v0.1.0')
    expect(move(image, { registry: '' })).toBe('redis-render:v0.1.0')
  })

  test('another image of the registry moves with it, and with the version that it bears', () => {
    expect(move('r.io/a/x:v0.1.0', { registry: 'q.io' })).toBe('q.io/x:v0.1.0')
    expect(move('r.io/a/x:v0.1.0', { version: 'v0.2.0' })).toBe('r.io/a/x:v0.2.0')
    expect(move('r.io/a/x:v7', { version: 'v0.2.0' })).toBe('r.io/a/x:v7')
    expect(move('r.io/a/x:v0.1.0@sha256:00', { version: 'v0.2.0' })).toBe(
      'r.io/a/x:v0.1.0@sha256:00',
    )
  })

  test('an image of somebody else stays', () => {
    for (const image of ['other.io/x:v0.1.0', 'r.io/ab/x:v0.1.0', 'x:v0.1.0', '']) {
      expect(move(image, { registry: 'q.io', version: 'v0.2.0', promise: 'p' })).toBe(image)
    }
  })
})
