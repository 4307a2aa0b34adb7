import { expect, test } from 'vitest'
import { moveStepToWorkflow } from './move-step-to-workflow'
import { after, NOTIFY_REF, RENDER_REF, redis, refusal } from './testing'

test('a step moves into an empty workflow, where a pipeline is made for it', () => {
  const texts = after(redis, moveStepToWorkflow(NOTIFY_REF, { type: 'resource', action: 'delete' }))
  expect(texts['promise.yaml']).toMatch(
    /delete:\n[\s\S]*name: cleanup\n[\s\S]*- name: notify\n\s+image: ghcr.io\/team\/notify:1.0\n/,
  )
  expect(texts['promise.yaml']?.match(/name: notify/g)).toHaveLength(1)
})

test('what a workflow cannot run leaves no empty pipeline there', () => {
  const target = { type: 'promise', action: 'delete' } as const
  expect(refusal(redis, moveStepToWorkflow(RENDER_REF, target))).toContain('delete')
})
