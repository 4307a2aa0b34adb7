import { expect, test } from 'vitest'
import { imageFloating } from './image-floating'
import { GOOD, report, spoilt } from './testing'

test('an image has the tag of a version, or a digest', () => {
  expect(report(imageFloating, GOOD)).toEqual([])
  expect(report(imageFloating, spoilt(['render:v0.1.0', 'render:latest']))[0]).toMatch(
    /^warning .*containers\[0\]\.image: The image "ghcr\.io\/acme\/redis-render:latest" may be another one/,
  )
  expect(report(imageFloating, spoilt(['render:v0.1.0', 'render']))).toHaveLength(1)
  expect(
    report(imageFloating, spoilt(['render:v0.1.0', `render@sha256:${'0'.repeat(64)}`])),
  ).toEqual([])
  expect(report(imageFloating, spoilt(['render:v0.1.0', 'render: x']))).toEqual([]) // not an image at all
})
