import { expect, test } from 'vitest'
import { scaleSubresource } from './scale-subresource'
import { GOOD, report, spoilt } from './testing'

const says = (scale: string) =>
  report(
    scaleSubresource,
    spoilt([
      '          served: true',
      `          subresources: {scale: ${scale}}\n          served: true`,
    ]),
  )

test('paths of a scale lie below spec and status; Kratix drops it in any case', () => {
  expect(report(scaleSubresource, GOOD)).toEqual([])
  expect(says('{specReplicasPath: .spec.a, statusReplicasPath: .status.a}')).toEqual([
    'warning spec.api.spec.versions[0].subresources.scale: Kratix replaces the subresources by a status alone, so requests cannot be scaled.',
  ])
  expect(says('{}')).toHaveLength(3)
  expect(
    says('{specReplicasPath: spec.a, statusReplicasPath: .spec.a, labelSelectorPath: x}'),
  ).toHaveLength(4)
})
