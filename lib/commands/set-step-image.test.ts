import { expect, test } from 'vitest'
import { readPromise } from '@/lib/promise/read'
import { parseYaml } from '@/lib/yaml/document'
import { followStepImage, setStepImage } from './set-step-image'
import { after, filesOf, RENDER_REF, redis, type Texts } from './testing'

test('an image of its own replaces the text of the image alone, and follows again', () => {
  const own = after(redis, setStepImage(RENDER_REF, ' other/image@sha256:00 '))
  expect(own['promise.yaml']).toBe(
    redis['promise.yaml']?.replace('ghcr.io/team/redis-render:v0.1.0', 'other/image@sha256:00'),
  )
  expect(after(own, followStepImage(RENDER_REF))).toEqual(redis)
  expect(followStepImage(RENDER_REF).run(filesOf(redis)).kind).toBe('unchanged')
})

const values = (texts: Texts) =>
  parseYaml(texts['promise.yaml'] ?? '').map((document) => document.value())
const images = (texts: Texts) =>
  readPromise(values(texts)[0]).workflows.flatMap(({ pipelines }) =>
    pipelines.flatMap(({ steps }) => steps.map(({ image }) => image)),
  )

test('no text of an image changes the shape of the document', () => {
  for (const image of ['a: {b', 'a\nb', '${x}', '"; rm -rf /', '# c', '*/', '- x', '', 'yes']) {
    const texts = after(redis, setStepImage(RENDER_REF, image))
    expect(images(texts)).toEqual([image.trim(), 'ghcr.io/team/notify:1.0'])
    expect(values(after(texts, followStepImage(RENDER_REF)))).toEqual(values(redis))
  }
})
