import { expect, test } from 'vitest'
import { pipelineShape } from './pipeline-shape'
import { findings, fixed, GOOD, report, spoilt } from './testing'

const at = 'spec.workflows.resource.configure[0]'

test('a pipeline has no key that Kratix does not know, and no value that it cannot decode', () => {
  expect(report(pipelineShape, GOOD)).toEqual([])
  const text = spoilt([
    '                image:',
    '                workingDir: /\n                Args: [a]\n                env: [{name: A, value: 1}]\n                image:',
  ])
  expect(report(pipelineShape, text)).toEqual([
    `error ${at}.spec.containers[0].workingDir: Unknown field "workingDir": Kratix refuses a pipeline with a key that it does not know.`,
    `error ${at}.spec.containers[0].Args: Unknown field "Args": it is written "args".`,
    `error ${at}.spec.containers[0].env[0].value: "value" cannot be read: it takes a string, not 1.`,
  ])
})

test('case and quotes are mended; what is unknown is only offered to be removed', () => {
  const image = '                image:'
  const text = spoilt([
    image,
    `                Args: [a] # loud\n                env: [{name: A, value: 010}]\n${image}`,
  ])
  expect(fixed(pipelineShape, text)).toEqual({
    text: spoilt([
      image,
      `                args: [a] # loud\n                env: [{name: A, value: "010"}]\n${image}`,
    ]),
    left: [],
  })
  const [unknown] = findings(pipelineShape, spoilt([image, `                tty: true\n${image}`]))
  expect(unknown?.fix).toBeUndefined()
  expect(unknown?.suggestions?.map(({ label }) => label)).toEqual(['Remove tty'])
})
