import { expect, test } from 'vitest'
import { addPipeline } from './add-pipeline'
import { movePipeline } from './move-pipeline'
import { after, afterAll, RENDER_REF, redis, refusal } from './testing'

const WORKFLOW = { type: 'resource', action: 'configure' } as const

test('a pipeline moves within its workflow', () => {
  const two = after(redis, addPipeline(WORKFLOW, { name: 'second' }))
  const moved = after(two, movePipeline({ ...WORKFLOW, pipeline: 1 }, WORKFLOW, 0))
  expect(moved['promise.yaml']).toMatch(/name: second[\s\S]*# one instance\n[\s\S]*name: instance/)
  expect(after(moved, movePipeline({ ...WORKFLOW, pipeline: 0 }, WORKFLOW))).toEqual(two)
})

test('a pipeline moves to another workflow with all that belongs to its steps', () => {
  const texts = after(redis, movePipeline(RENDER_REF, { type: 'promise', action: 'configure' }))
  expect(texts['promise.yaml']).toMatch(/ {4}promise:\n {6}configure:\n[\s\S]*name: instance\n/)
  expect(texts['promise.yaml']).toMatch(/resource:\n {6}configure: \[\]\n/)
  expect(texts['.promise-designer.yaml']).toContain('  promise/configure/instance/render:\n')
  expect(texts['workflows/promise/configure/instance/render/Dockerfile']).toBe('FROM mine\n')
})

test('a pipeline gets a free name where its own is taken', () => {
  const promise = { type: 'promise', action: 'configure' } as const
  const texts = afterAll(
    redis,
    addPipeline(promise, { name: 'instance' }),
    movePipeline(RENDER_REF, promise, 0),
  )
  expect(texts['.promise-designer.yaml']).toContain('  promise/configure/instance-2/render:\n')
  expect(texts['promise.yaml']).toMatch(/name: instance-2[\s\S]*name: instance\n/)
})

test('a pipeline with a render step cannot go to a delete workflow', () => {
  const outcome = movePipeline(RENDER_REF, { type: 'resource', action: 'delete' })
  expect(refusal(redis, outcome)).toContain('delete')
})
