import { expect, test } from 'vitest'
import { containerImage } from './container-image'
import { GOOD, report, spoilt } from './testing'

test('there is an image that can be pulled', () => {
  expect(report(containerImage, GOOD)).toEqual([])
  const image = 'image: ghcr.io/acme/redis-render:v0.1.0'
  expect(report(containerImage, spoilt([image, 'command: [x]']))).toEqual([
    'error spec.workflows.resource.configure[0].spec.containers[0].image: The image is missing.',
  ])
  expect(report(containerImage, spoilt([image, 'image: "redis:7 "']))[0]).toContain('spaces')
  expect(report(containerImage, spoilt([image, 'image: ghcr.io/Acme/x:v1']))[0]).toContain('pulled')
})
