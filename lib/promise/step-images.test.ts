import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freeLabel, isDnsLabel, toDnsLabel } from './dns-label'
import { containerNameOf, followsSetting, freeImage, imagesOf, imageTag } from './step-images'

const setting = { registry: 'ghcr.io/team/', promise: 'redis', version: 'v1.2.3+build.5' }
const key = 'resource/configure/instance/render' as const

describe('the image of a step', () => {
  test('is registry, promise, container and version', () => {
    expect(imagesOf(setting, key)[0]).toBe('ghcr.io/team/redis-render:v1.2.3-build.5')
  })
  test('has no registry when none is set, and the first version when there is none', () => {
    const none = { registry: undefined, promise: 'redis', version: '' }
    expect(imagesOf(none, key)[0]).toBe('redis-render:v0.0.1')
  })
  test('takes the pipeline into its name when the short one is taken', () => {
    const taken = new Set(['ghcr.io/team/redis-render:v1.2.3-build.5'])
    const image = freeImage(setting, key, (one) => taken.has(one))
    expect(image).toBe('ghcr.io/team/redis-instance-render:v1.2.3-build.5')
    expect(followsSetting(image, setting, key)).toBe(true)
    expect(followsSetting(`${image}0`, setting, key)).toBe(false)
  })
  test('has a tag that registries accept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (version) => {
        expect(imageTag(version)).toMatch(/^\w[\w.-]{0,127}$/)
      }),
    )
  })
})

describe('a container name made of an image', () => {
  test.each([
    ['localhost:5000/team/app:v1', 'team-app'],
    ['registry.example.com:443/x', 'x'],
    ['ghcr.io/team/b@sha256:0123456789abcdef', 'team-b'],
    ['ghcr.io/team/b:v1@sha256:0123456789abcdef', 'team-b'],
    ['my_app', 'my-app'],
    ['reader:v1', 'reader-step'],
    ['', 'step'],
    ['Team/App', 'team-app'],
  ])('%s gives %s', (image, name) => {
    expect(containerNameOf(image)).toBe(name)
  })
  test('is a DNS label for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (image) => {
        expect(isDnsLabel(containerNameOf(image))).toBe(true)
        expect(isDnsLabel(toDnsLabel(image, 'x'))).toBe(true)
      }),
    )
  })
})

describe('a label', () => {
  test('that is taken counts up and stays within 63 characters', () => {
    const taken = new Set(['a', 'a-2', 'b'.repeat(63)])
    expect(freeLabel('a', (name) => taken.has(name))).toBe('a-3')
    expect(freeLabel('a-2', (name) => taken.has(name))).toBe('a-3')
    expect(freeLabel('b'.repeat(63), (name) => taken.has(name))).toBe(`${'b'.repeat(61)}-2`)
  })
})
