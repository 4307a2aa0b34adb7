import { expect, test } from 'vitest'
import { celNotJudged } from './cel-not-judged'
import { GOOD, report, reportSchema } from './testing'

test('CEL rules are not judged, and it is said so', () => {
  expect(report(celNotJudged, GOOD)).toEqual([])
  const schema = `type: object
properties:
  a: {type: string, x-kubernetes-validations: [{rule: "self == oldSelf"}]}
  b: {type: string, x-kubernetes-validations: []}
`
  expect(reportSchema(celNotJudged, schema)).toEqual([
    'info properties.a.x-kubernetes-validations: The CEL rule is not judged here: the cluster also compiles and weighs them.',
  ])
})
