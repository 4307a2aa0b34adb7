import { expect, test } from 'vitest'
import { defaultNotJudged } from './default-not-judged'
import { GOOD, report, reportSchema } from './testing'

test('a default whose format cannot be told is said to be not judged', () => {
  expect(report(defaultNotJudged, GOOD)).toEqual([])
  const schema = `type: object
properties:
  a: {type: string, format: email, default: "x y@z"}
  b: {type: string, format: email, default: a@b.org}
  c: {type: string, format: email, default: 5}
  d: {type: string, format: other, default: x}
  eMail: {type: string, format: email, default: "x y@z"}
`
  expect(reportSchema(defaultNotJudged, schema)).toEqual([
    'info properties.a.default: The default of the property "a" is not judged here, because of the format email.',
    'info properties.eMail.default: The default of the property "eMail" is not judged here, because of the format email.',
  ])
})
