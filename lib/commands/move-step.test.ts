import { expect, test } from 'vitest'
import { addPipeline } from './add-pipeline'
import { addStep } from './add-step'
import { moveStep } from './move-step'
import { after, afterAll, NOTIFY_REF, RENDER, RENDER_REF, redis, refusal } from './testing'

test('a step moves within its pipeline with its comments', () => {
  const texts = after(redis, moveStep(NOTIFY_REF, RENDER_REF, 0))
  expect(texts['promise.yaml']).toContain(`            containers:
              - name: notify
                image: ghcr.io/team/notify:1.0
              # the manifests
              - name: render
                image: ghcr.io/team/redis-render:v0.1.0 # ours
`)
  expect(texts).toEqual({ ...redis, 'promise.yaml': texts['promise.yaml'] })
})

test('a step moves to another pipeline with all that belongs to it', () => {
  const target = { type: 'resource', action: 'configure', pipeline: 1 } as const
  const texts = afterAll(
    redis,
    addPipeline(target, { name: 'second' }),
    moveStep(RENDER_REF, target),
  )
  expect(texts['promise.yaml']).toContain(`            name: second
          spec:
            containers:
              # the manifests
              - name: render
                image: ghcr.io/team/redis-render:v0.1.0 # ours
`)
  expect(texts['.promise-designer.yaml']).toContain('  resource/configure/second/render:\n')
  expect(texts['.promise-designer.yaml']).not.toContain(RENDER)
  expect(texts['workflows/resource/configure/second/render/Dockerfile']).toBe('FROM mine\n')
})

test('a step whose name is taken in the other pipeline gets a free one', () => {
  const target = { type: 'resource', action: 'configure', pipeline: 1 } as const
  const texts = afterAll(
    redis,
    addStep(
      target,
      { kind: 'custom', language: 'bash' },
      { name: 'render', pipelineName: 'second' },
    ),
    moveStep(RENDER_REF, target, 0),
  )
  expect(texts['.promise-designer.yaml']).toContain('  resource/configure/second/render-2:\n')
  expect(texts['promise.yaml']).toMatch(
    /name: second\n[\s\S]*- name: render-2\n[\s\S]*- name: render\n/,
  )
})

test('a render step cannot go to a delete workflow', () => {
  const target = { type: 'resource', action: 'delete', pipeline: 0 } as const
  const texts = after(redis, addPipeline(target))
  expect(refusal(texts, moveStep(RENDER_REF, target))).toContain('delete')
  expect(after(texts, moveStep(NOTIFY_REF, target))['promise.yaml']).toMatch(/cleanup[\s\S]*notify/)
})
