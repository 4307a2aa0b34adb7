import { expect, test } from 'vitest'
import { pipelineBackoffLimit } from './pipeline-backoff-limit'
import { reportPipeline } from './testing'

test('tries cannot be fewer than none', () => {
  expect(reportPipeline(pipelineBackoffLimit, 'jobOptions: {backoffLimit: 0}')).toEqual([])
  expect(reportPipeline(pipelineBackoffLimit, 'jobOptions: {backoffLimit: -1}')).toEqual([
    'jobOptions.backoffLimit: The backoffLimit -1 must be greater than or equal to 0.',
  ])
})
