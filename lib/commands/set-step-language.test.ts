import { expect, test } from 'vitest'
import { runCommand } from '@/lib/promise/command'
import { revertToGenerated } from './revert-to-generated'
import { setStepLanguage } from './set-step-language'
import { after, filesOf, RENDER, redis, refusal, textsOf } from './testing'

const FILE = '.promise-designer.yaml'

test('a step switches its language and back', () => {
  const clean = after(
    redis,
    revertToGenerated('workflows/resource/configure/instance/render/Dockerfile'),
  )
  const typescript = after(clean, setStepLanguage(RENDER, 'typescript'))
  expect(typescript[FILE]).toBe(redis[FILE]?.replace('language: go', 'language: typescript'))
  expect(after(typescript, setStepLanguage(RENDER, 'go'))).toEqual(clean)
})

test('edited files are dropped, or kept, only when the user says so', () => {
  const files = filesOf(redis)
  const outcome = setStepLanguage(RENDER, 'bash').run(files)
  if (outcome.kind !== 'refused') throw new Error('must ask')
  expect(outcome.reason).toBe('You have edited files that are generated for go: Dockerfile.')
  const [drop, keep] = outcome.ways.map((way) => textsOf(runCommand(files, way)))
  expect(Object.keys(drop ?? {})).not.toContain(
    'workflows/resource/configure/instance/render/Dockerfile',
  )
  expect(drop?.[FILE]).toContain('language: bash')
  expect(keep).toEqual({ ...redis, [FILE]: drop?.[FILE] })
})

test('an image has no language of ours', () => {
  expect(refusal(redis, setStepLanguage('resource/configure/instance/notify', 'go'))).toContain(
    'no program',
  )
})
