import { expect, test } from 'vitest'
import { keyCaseNotJudged } from './key-case-not-judged'
import { fixed, GOOD, report, spoilt } from './testing'

test('keys in another case are not judged; the fix writes them as they are known', () => {
  expect(report(keyCaseNotJudged, GOOD)).toEqual([])
  const text = spoilt(['size: {type: string', 'size: {Type: string'])
  expect(report(keyCaseNotJudged, text)[0]).toContain('"Type" is not written like "type"')
  expect(fixed(keyCaseNotJudged, text)).toEqual({ text: GOOD, left: [] })
})
