import { expect, test } from 'vitest'
import { redis } from '@/lib/commands/testing'
import { statusTexts } from './status-texts'
import { report } from './testing'

const FILE = '.promise-designer.yaml'
const AT = 'steps["resource/configure/instance/render"].status'
const after = (from: string, to: string) =>
  report(statusTexts, { ...redis, [FILE]: redis[FILE]?.replace(from, to) ?? '' })

test('texts of the values that the step has are good', () => {
  expect(report(statusTexts, redis)).toEqual([])
})

test('a text of a value that is not there, and half a placeholder, are errors', () => {
  expect(after('${name} has', '${title} has')).toEqual([
    `error ${AT}.success.message: The status text "message": \${title} names no value of this step.`,
  ])
  expect(after('${name} has', '${name has')).toHaveLength(1)
  expect(after('stage: provisioning error', 'stage: "${x}"')).toEqual([])
})

test('names that Kratix writes itself are errors', () => {
  expect(after('stage: provisioning\n', 'kratix: x\n')).toEqual([
    `error ${AT}.success.kratix: Kratix writes "kratix" of the status itself.`,
  ])
})
