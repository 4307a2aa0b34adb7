import { expect, test } from 'vitest'
import { celNotJudged } from './cel-not-judged'
import { GOOD, report, reportSchema } from './testing'

test('only what is not known here as the cluster knows it is not judged, and it is said so', () => {
  expect(report(celNotJudged, GOOD)).toEqual([])
  const schema = (rule: string) => `type: object
properties:
  a: {type: array, items: {type: string}, x-kubernetes-validations: [{rule: ${JSON.stringify(rule)}}]}
`
  const at =
    'info properties.a.x-kubernetes-validations[0].rule: The CEL rule is not judged here, because of'
  expect(reportSchema(celNotJudged, schema('self.size() > 1'))).toEqual([])
  expect(reportSchema(celNotJudged, schema('self.siz() > 1'))).toEqual([])
  expect(reportSchema(celNotJudged, schema('self.distinct().size() > 1'))).toEqual([])
  expect(reportSchema(celNotJudged, schema('google.protobuf.Empty{} == self'))).toEqual([
    `${at} a message that it creates.`,
  ])
})

test('where no fault of a rule is looked for, a faulty one is not judged either', () => {
  const schema = `type: object
properties:
  metadata:
    type: object
    properties:
      name: {type: string, x-kubernetes-validations: [{rule: 'true', optionalOldSelf: true}]}
`
  expect(reportSchema(celNotJudged, schema)).toEqual([
    'info properties.metadata.properties.name.x-kubernetes-validations[0].rule: The CEL rule is not judged here, because of metadata, which the API server describes itself.',
  ])
})
