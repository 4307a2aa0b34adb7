import { expect, test } from 'vitest'
import { duplicatePipeline } from './duplicate-pipeline'
import { after, RENDER_REF, redis, refusal } from './testing'

test('a copy of a pipeline brings copies of settings and files, and images of its own', () => {
  const texts = after(redis, duplicatePipeline(RENDER_REF))
  const before = redis['promise.yaml'] ?? ''
  const pipeline = before.slice(before.indexOf('        # one instance'))
  expect(texts['promise.yaml']).toBe(
    before +
      pipeline
        .replace('name: instance', 'name: instance-2')
        .replace('redis-render:', 'redis-instance-2-render:'),
  )
  expect(texts['.promise-designer.yaml']).toContain('  resource/configure/instance-2/render:\n')
  expect(texts['workflows/resource/configure/instance-2/render/Dockerfile']).toBe('FROM mine\n')
  expect(texts['workflows/resource/configure/instance/render/Dockerfile']).toBe('FROM mine\n')
})

test('a pipeline that is not there is refused', () => {
  expect(refusal(redis, duplicatePipeline({ ...RENDER_REF, action: 'delete' }))).toContain(
    'no such',
  )
})
