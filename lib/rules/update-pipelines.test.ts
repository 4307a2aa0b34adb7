import { expect, test } from 'vitest'
import { GOOD, reportUpdate, spoilt } from './testing'
import { updatePipelines } from './update-pipelines'

test('a configure pipeline that is gone, or renamed', () => {
  expect(reportUpdate(updatePipelines, GOOD, GOOD)).toEqual([])
  expect(reportUpdate(updatePipelines, GOOD, spoilt(['name: instance', 'name: other']))).toEqual([
    'warning spec.workflows.resource.configure[0].metadata.name: Risky for an installed Promise: the pipeline "instance" of resource.configure is gone (a new name is another pipeline), so what it wrote is deleted: live resources may go, and come anew.',
  ])
})
