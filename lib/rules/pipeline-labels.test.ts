import { expect, test } from 'vitest'
import { pipelineLabels } from './pipeline-labels'
import { GOOD, report, spoilt } from './testing'

test('keys and values of labels have the form of labels', () => {
  expect(report(pipelineLabels, GOOD)).toEqual([])
  const text = spoilt([
    '            name: instance',
    '            labels: {a b: x, c: d e, f: g}\n            name: instance',
  ])
  const found = report(pipelineLabels, text)
  expect(found).toHaveLength(2)
  expect(found[0]).toContain('metadata.labels["a b"]: The label name "a b"')
  expect(found[1]).toContain('metadata.labels.c: The value of "c" "d e"')
})

test('labels that the Job has of its own', () => {
  const text = spoilt([
    '            name: instance',
    '            labels: {job-name: x, kratix.io/work-type: y}\n            name: instance',
  ])
  expect(report(pipelineLabels, text).map((line) => line.split(' ')[0])).toEqual([
    'error',
    'warning',
  ])
})
