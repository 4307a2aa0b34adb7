import { expect, test } from 'vitest'
import { GOOD, reportUpdate, spoilt } from './testing'
import { updateScheduling } from './update-scheduling'

test('other destinations, another namespace', () => {
  expect(reportUpdate(updateScheduling, GOOD, GOOD)).toEqual([])
  const elsewhere = spoilt(['environment: dev', 'environment: prod'])
  expect(reportUpdate(updateScheduling, GOOD, elsewhere)[0]).toMatch(
    /^warning spec\.destinationSelectors: .*misplaced/,
  )
  const space = spoilt(['  workflows:\n', '  workflows:\n    config: {pipelineNamespace: p}\n'])
  expect(reportUpdate(updateScheduling, GOOD, space)).toEqual([
    'warning spec.workflows.config.pipelineNamespace: Risky for an installed Promise: the pipeline namespace was not set: old Jobs and Works remain there, and Secrets must exist in the new one.',
  ])
})
