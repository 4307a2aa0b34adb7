import { expect, test } from 'vitest'
import { deletePipelines } from './delete-pipelines'
import { cured, findings, GOOD, report } from './testing'

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

test.each([
  ['', true],
  ['            volumes: [{name: a, emptyDir: {}}]\n', false],
  ['            rbac: {serviceAccount: cleaner}\n', false],
  ['            imagePullSecrets: [{name: registry}]\n', false],
])('its steps are offered to be moved only where nothing is lost with it: %j', (more, offered) => {
  const last = `        - metadata: {name: b}\n          spec:\n            containers: [{name: a, image: "x:1"}]\n`
  const text = `${GOOD}      delete:\n        - {metadata: {name: a}}\n${last}${more}`
  const labels = findings(deletePipelines, text)[0]?.suggestions?.map(({ label }) => label)
  expect(labels).toEqual([
    ...(offered ? ['Move its steps into the first pipeline'] : []),
    'Remove "b"',
  ])
})

test('labels of the pipeline are lost with it, too', () => {
  const text = `${GOOD}      delete:\n        - {metadata: {name: a}}\n        - metadata: {name: b, labels: {c: d}}\n          spec: {containers: [{name: a, image: "x:1"}]}\n`
  expect(findings(deletePipelines, text)[0]?.suggestions).toHaveLength(1)
})
