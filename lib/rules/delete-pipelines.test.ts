import { expect, test } from 'vitest'
import { deletePipelines } from './delete-pipelines'
import { cured, GOOD, report } from './testing'

test('a second delete pipeline never runs', () => {
  const one = `${GOOD}      delete:\n        - {metadata: {name: a}}\n`
  expect(report(deletePipelines, one)).toEqual([])
  expect(report(deletePipelines, `${one}        - {metadata: {name: b}}\n`)).toEqual([
    'warning spec.workflows.resource.delete[1]: The pipeline "b" never runs: of resource delete pipelines Kratix runs only the first.',
  ])
})

test('its steps can be moved into the first', () => {
  const pipeline = (name: string, step: string) =>
    `        - metadata: {name: ${name}}\n          spec:\n            containers:\n              # ${step}\n              - {name: ${step}, image: "x:1"}\n`
  const text = `${GOOD}      delete:\n${pipeline('a', 'first')}${pipeline('b', 'second')}`
  const both = `${pipeline('a', 'first')}              # second\n              - {name: second, image: "x:1"}\n`
  expect(cured(deletePipelines, text)).toEqual({
    text: `${GOOD}      delete:\n${both}`,
    left: [],
  })
})
