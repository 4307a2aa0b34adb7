import { expect, test } from 'vitest'
import { pipelineNames } from './pipeline-names'
import { cured, GOOD, report, spoilt } from './testing'

test('pipelines have names that can be part of others', () => {
  expect(report(pipelineNames, GOOD)).toEqual([])
  expect(report(pipelineNames, spoilt(['name: instance', 'name: Instance_1']))[0]).toMatch(
    /^error spec\.workflows\.resource\.configure\[0\]\.metadata\.name: The pipeline name "Instance_1"/,
  )
  expect(report(pipelineNames, spoilt(['name: instance', 'title: x']))[0]).toContain('missing')
})

test('a name that cannot be has one like it that can', () => {
  const text = spoilt(['name: instance', 'name: My_Instance'])
  expect(cured(pipelineNames, text)).toEqual({
    text: spoilt(['name: instance', 'name: my-instance']),
    left: [],
  })
})
