import { expect, test } from 'vitest'
import { pipelineType } from './pipeline-type'
import { fixed, GOOD, report, spoilt } from './testing'

test('pipelines are of the one kind that Kratix runs; the fix makes them so', () => {
  expect(report(pipelineType, GOOD)).toEqual([])
  const text = spoilt(['kind: Pipeline', 'kind: Job'])
  expect(report(pipelineType, text)).toEqual([
    'error spec.workflows.resource.configure[0].kind: kind of the pipeline "instance" is "Job"; it must be "Pipeline".',
  ])
  expect(fixed(pipelineType, text)).toEqual({ text: GOOD, left: [] })
})
