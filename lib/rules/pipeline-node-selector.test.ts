import { expect, test } from 'vitest'
import { pipelineNodeSelector } from './pipeline-node-selector'
import { reportPipeline } from './testing'

test('nodes are chosen by labels', () => {
  expect(reportPipeline(pipelineNodeSelector, 'nodeSelector: {acme.org/disk: ssd}')).toEqual([])
  expect(reportPipeline(pipelineNodeSelector, 'nodeSelector: {a b: x, c: d e}')).toHaveLength(2)
})
