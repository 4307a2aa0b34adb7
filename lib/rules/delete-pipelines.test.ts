import { expect, test } from 'vitest'
import { deletePipelines } from './delete-pipelines'
import { GOOD, report } from './testing'

test('a second delete pipeline never runs', () => {
  const one = `${GOOD}      delete:\n        - {metadata: {name: a}}\n`
  expect(report(deletePipelines, one)).toEqual([])
  expect(report(deletePipelines, `${one}        - {metadata: {name: b}}\n`)).toEqual([
    'warning spec.workflows.resource.delete[1]: The pipeline "b" never runs: of resource delete pipelines Kratix runs only the first.',
  ])
})
