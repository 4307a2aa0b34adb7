import { expect, test } from 'vitest'
import { readPromise } from '@/lib/promise/read'
import { GOOD } from '@/lib/rules/testing'
import { parseYaml } from '@/lib/yaml/document'
import { pipelineRenameEffect, stepRenameEffect } from './rename-effect'

const installed = readPromise(parseYaml(GOOD)[0]?.value())
const CONFIGURE = { type: 'resource', action: 'configure' } as const

test('a pipeline that requests may run by says what another name does to them', () => {
  expect(pipelineRenameEffect(installed, CONFIGURE, 'instance')).toContain(
    'for every request there is is deleted',
  )
})

test('nothing is said of a pipeline that is not installed', () => {
  expect(pipelineRenameEffect(undefined, CONFIGURE, 'instance')).toBeUndefined()
  expect(pipelineRenameEffect(installed, CONFIGURE, 'other')).toBeUndefined()
  expect(stepRenameEffect(installed, CONFIGURE, 'other', true)).toBeUndefined()
})

test('a step whose image is named after it says that the image has to be built', () => {
  expect(stepRenameEffect(installed, CONFIGURE, 'instance', true)).toContain('build and push')
  expect(stepRenameEffect(installed, CONFIGURE, 'instance', false)).not.toContain('build')
})
