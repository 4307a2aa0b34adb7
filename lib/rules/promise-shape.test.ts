import { expect, test } from 'vitest'
import { promiseShape } from './promise-shape'
import { GOOD, report, spoilt } from './testing'

test('typed levels hold what the Promise knows', () => {
  expect(report(promiseShape, GOOD)).toEqual([])
  const text = spoilt(
    ['spec:\n  api', 'spec:\n  destinationSelector: []\n  api'],
    [
      '  workflows:\n',
      '  workflows:\n    config: {reconciliationInterval: 5, Pipelinenamespace: a}\n',
    ],
  )
  expect(report(promiseShape, text)).toEqual([
    'error spec.workflows.config.reconciliationInterval: "reconciliationInterval" cannot be read: it takes a string, not 5.',
    'warning spec.destinationSelector: Unknown field "destinationSelector": kubectl refuses it by default, the cluster drops it.',
    'warning spec.workflows.config.Pipelinenamespace: Unknown field "Pipelinenamespace"; it is written "pipelineNamespace": kubectl refuses it by default, the cluster drops it.',
  ])
})
