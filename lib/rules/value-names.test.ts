import { expect, test } from 'vitest'
import { redis } from '@/lib/commands/testing'
import { report } from './testing'
import { valueNames } from './value-names'

const FILE = '.promise-designer.yaml'
const after = (from: string, to: string) =>
  report(valueNames, { ...redis, [FILE]: redis[FILE]?.replace(from, to) ?? '' })

test('names that templates can say are good', () => {
  expect(report(valueNames, redis)).toEqual([])
})

test('a name that templates cannot say is an error', () => {
  expect(after('      replicas:', '      "a b":')).toEqual([
    'error steps["resource/configure/instance/render"].values["a b"]: "a b" cannot name a value: use letters, digits, "-" and "_", and begin with a letter.',
  ])
})

test('a number that not every language can hold is an error', () => {
  expect(after('give: 3', 'give: 1.0e+300')[0] ?? '').toMatch(/replicas/)
})
