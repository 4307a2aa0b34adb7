import { expect, test } from 'vitest'
import { celCost } from './cel-cost'
import { GOOD, report, reportSchema } from './testing'

const schema = (bounds: string, rule: string, count = 1) => `type: object
properties:
  a:
    type: array
    ${bounds}
    items: {type: string}
    x-kubernetes-validations: [${Array(count)
      .fill(`{rule: ${JSON.stringify(rule)}}`)
      .join(', ')}]
`
const EACH = 'self.all(x, x.matches("^[a-z]+$"))'

test('a rule costs no more than the API server allows', () => {
  expect(report(celCost, GOOD)).toEqual([])
  expect(reportSchema(celCost, schema('maxItems: 3', 'self.size() > 1'))).toEqual([])
  expect(reportSchema(celCost, schema('', EACH))).toEqual([
    expect.stringMatching(
      /^error properties\.a\.x-kubernetes-validations\[0\]\.rule: .*estimated rule cost exceeds budget by factor of more than 100x/,
    ),
  ])
})

test('rules that are cheap alone may cost too much together', () => {
  const one = schema('maxItems: 10', EACH)
  expect(reportSchema(celCost, one)).toEqual([])
  expect(reportSchema(celCost, schema('maxItems: 10', EACH, 20))).toEqual([
    expect.stringMatching(/validations\[0\]\.rule: .*may cost too much together/),
  ])
})
