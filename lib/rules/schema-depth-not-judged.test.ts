import { expect, test } from 'vitest'
import { schemaDepthNotJudged } from './schema-depth-not-judged'
import { GOOD, report, reportSchema } from './testing'

const nested = (depth: number): object =>
  depth === 0 ? { type: 'string' } : { type: 'array', items: nested(depth - 1) }

test('what is too deep to be followed is said to be not judged', () => {
  expect(report(schemaDepthNotJudged, GOOD)).toEqual([])
  const schema = (depth: number) =>
    `${JSON.stringify({ type: 'object', properties: { a: nested(depth) } })}\n`
  expect(reportSchema(schemaDepthNotJudged, schema(39))).toEqual([])
  expect(reportSchema(schemaDepthNotJudged, schema(41))).toEqual([
    expect.stringMatching(/^info .*: What lies more than 40 schemas deep is not judged here\.$/),
  ])
})
