import { expect, test } from 'vitest'
import { pipelineRestartPolicy } from './pipeline-restart-policy'
import { reportPipeline } from './testing'

test('a Pod of a Job ends', () => {
  expect(reportPipeline(pipelineRestartPolicy, 'restartPolicy: Never')).toEqual([])
  expect(reportPipeline(pipelineRestartPolicy, 'restartPolicy: Always')).toEqual([
    'restartPolicy: Unsupported value "Always" of restartPolicy: valid values are "OnFailure" and "Never".',
  ])
})
