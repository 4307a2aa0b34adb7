import { expect, test } from 'vitest'
import { removePipeline } from './remove-pipeline'
import { removeStep } from './remove-step'
import { after, NOTIFY_REF, RENDER_REF, redis, refusal } from './testing'

test('a removed step takes its comments, settings, files and bases along', () => {
  const texts = after(redis, removeStep(RENDER_REF))
  expect(texts['promise.yaml']).toBe(
    redis['promise.yaml']?.replace(
      / {14}# the manifests\n {14}- name: render\n {16}image: \S+ # ours\n/,
      '',
    ),
  )
  expect(texts['.promise-designer.yaml']).toBe(
    'version: 1\nimages:\n  registry: ghcr.io/team\nsteps: {}\n',
  )
  expect(Object.keys(texts)).toEqual(['.promise-designer.yaml', 'promise.yaml'])
})

test('an image step touches nothing but promise.yaml', () => {
  const texts = after(redis, removeStep(NOTIFY_REF))
  expect(texts).toEqual({ ...redis, 'promise.yaml': texts['promise.yaml'] })
  expect(refusal(texts, removeStep(NOTIFY_REF))).toContain('no such step')
})

test('a removed pipeline takes all of its steps along', () => {
  const texts = after(redis, removePipeline(RENDER_REF))
  expect(texts['promise.yaml']).toMatch(/ {4}resource:\n {6}configure: \[\]\n$/)
  expect(Object.keys(texts)).toEqual(['.promise-designer.yaml', 'promise.yaml'])
})
