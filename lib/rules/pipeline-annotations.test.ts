import { expect, test } from 'vitest'
import { pipelineAnnotations } from './pipeline-annotations'
import { report, spoilt } from './testing'

const annotated = (annotations: string) =>
  spoilt([
    '            name: instance',
    `            annotations: {${annotations}}\n            name: instance`,
  ])

test('keys have the form of labels in any case, and there is room for so much', () => {
  expect(report(pipelineAnnotations, annotated('acme.org/Owner: "any text at all"'))).toEqual([])
  expect(report(pipelineAnnotations, annotated('a b: x'))[0]).toContain(
    'annotations["a b"]: The label name "a b"',
  )
  expect(report(pipelineAnnotations, annotated(`a: ${'x'.repeat(262_144)}`))[0]).toContain(
    '262145 bytes',
  )
})
