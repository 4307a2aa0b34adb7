import { expect, test } from 'vitest'
import { addDependencies } from '@/lib/commands/add-dependencies'
import { addStep } from '@/lib/commands/add-step'
import { movePipeline } from '@/lib/commands/move-pipeline'
import { after, afterAll, redis } from '@/lib/commands/testing'
import { FileContent } from '@/lib/promise/files'
import { dependenciesFirst } from './dependencies-first'
import { findings, report } from './testing'

const WORKFLOW = { type: 'promise', action: 'configure' } as const
const content = FileContent.fromText('kind: A\n')
const good = afterAll(
  redis,
  addStep(WORKFLOW, { kind: 'custom', language: 'go' }, { name: 'other' }),
  addDependencies([{ path: 'a.yaml', content }], 'image'),
)

test('dependencies that are installed first are good', () => {
  expect(report(dependenciesFirst, good)).toEqual([])
})

test('dependencies after another step are moved before it by the fix', () => {
  const late = after(good, movePipeline({ ...WORKFLOW, pipeline: 0 }, WORKFLOW))
  expect(report(dependenciesFirst, late)).toEqual([
    'warning spec.workflows.promise.configure[1].spec.containers[0]: The step "configure-deps" installs the dependencies, but "other" runs before it.',
  ])
  const fix = findings(dependenciesFirst, late)[0]?.fix
  expect(fix && after(late, fix)).toEqual(good)
})
