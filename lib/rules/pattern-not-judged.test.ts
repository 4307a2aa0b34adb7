import { expect, test } from 'vitest'
import { patternNotJudged } from './pattern-not-judged'
import { GOOD, report, reportSchema } from './testing'

test('what cannot be told of a pattern is said to be so', () => {
  expect(report(patternNotJudged, GOOD)).toEqual([])
  const schema = 'type: object\nproperties:\n  a: {type: string, pattern: "\\\\p{Greek}"}\n'
  expect(reportSchema(patternNotJudged, schema)).toEqual([
    'info properties.a.pattern: The pattern is not judged here, because of the class \\p{Greek}.',
  ])
})
