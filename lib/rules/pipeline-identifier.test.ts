import { expect, test } from 'vitest'
import { pipelineIdentifier } from './pipeline-identifier'
import { report, spoilt } from './testing'

test('promise, workflow and pipeline have 60 characters together', () => {
  const name = (length: number) => spoilt(['name: instance', `name: ${'p'.repeat(length)}`])
  expect(report(pipelineIdentifier, name(35))).toEqual([])
  expect(report(pipelineIdentifier, name(36))[0]).toMatch(
    /^error spec\.workflows\.resource\.configure\[0\]\.metadata\.name: .*61 characters; at most 60/,
  )
})
