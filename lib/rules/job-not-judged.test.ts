import { expect, test } from 'vitest'
import { jobNotJudged } from './job-not-judged'
import { reportContainer, reportPipeline } from './testing'

test('what is not looked into is named', () => {
  expect(reportPipeline(jobNotJudged, 'volumes: [{name: a, emptyDir: {}}]')).toEqual([])
  expect(
    reportPipeline(
      jobNotJudged,
      'volumes: [{name: a, csi: {driver: d}}, {name: b, projected: {sources: [{podCertificate: {}}]}}]',
    ),
  ).toEqual([
    'volumes[0].csi: The Job of the pipeline is not judged here, because of a volume of type csi.',
    'volumes[1].projected.sources[0].podCertificate: The Job of the pipeline is not judged here, because of a podCertificate.',
  ])
  expect(
    reportContainer(jobNotJudged, 'resources: {claims: [{name: x}], limits: {hugepages-2Mi: 2Mi}}'),
  ).toHaveLength(2)
  expect(
    reportContainer(
      jobNotJudged,
      'env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 1m}}}]',
    ),
  ).toHaveLength(1)
})
