import { expect, test } from 'vitest'
import { duplicateStep } from './duplicate-step'
import { after, NOTIFY_REF, RENDER_REF, redis } from './testing'

test('a copy of a step stands behind it with comments, settings, files and its own image', () => {
  const texts = after(redis, duplicateStep(RENDER_REF))
  expect(texts['promise.yaml']).toContain(`              # the manifests
              - name: render
                image: ghcr.io/team/redis-render:v0.1.0 # ours
              # the manifests
              - name: render-2
                image: ghcr.io/team/redis-render-2:v0.1.0 # ours
              - name: notify
`)
  const settings = texts['.promise-designer.yaml'] ?? ''
  expect(settings).toContain('  resource/configure/instance/render-2:\n    kind: render\n')
  expect(settings.match(/# of the request/g)).toHaveLength(2)
  expect(texts['workflows/resource/configure/instance/render-2/resources/failover.yaml']).toBe(
    texts['workflows/resource/configure/instance/render/resources/failover.yaml'],
  )
})

test('a step without settings is copied with its image', () => {
  const texts = after(redis, duplicateStep(NOTIFY_REF))
  expect(texts['promise.yaml']).toBe(
    `${redis['promise.yaml']}              - name: notify-2\n                image: ghcr.io/team/notify:1.0\n`,
  )
  expect(texts['.promise-designer.yaml']).toBe(redis['.promise-designer.yaml'])
})
