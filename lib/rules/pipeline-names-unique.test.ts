import { expect, test } from 'vitest'
import { pipelineNamesUnique } from './pipeline-names-unique'
import { GOOD, report, spoilt } from './testing'

const again = '        - {metadata: {name: instance}}\n'

test('names differ within a workflow', () => {
  expect(report(pipelineNamesUnique, GOOD)).toEqual([])
  expect(report(pipelineNamesUnique, GOOD + again)).toEqual([
    'error spec.workflows.resource.configure[1].metadata.name: The workflow resource configure has two pipelines named "instance".',
  ])
})

test('in another workflow the name may come again', () => {
  expect(report(pipelineNamesUnique, `${GOOD}      delete:\n${again}`)).toEqual([])
  expect(
    report(
      pipelineNamesUnique,
      spoilt(['      configure:\n', `      delete:\n${again}      configure:\n`]),
    ),
  ).toEqual([])
})
