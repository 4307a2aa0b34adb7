import { expect, test } from 'vitest'
import { runCommand } from '@/lib/promise/command'
import { checkCaseName, saveTestCase, type TestCase } from './save-test-case'
import { filesOf } from './testing'

const RENDER = 'workflows/resource/configure/instance/render/'
const one: TestCase = {
  step: 'resource/configure/instance/render',
  object: 'kind: Redis\n',
  output: { 'deep/a.yaml': 'a: 1\n' },
  metadata: {},
}
const files = filesOf({
  'promise.yaml': 'kind: Promise\n',
  '.promise-designer.yaml':
    'version: 1\nsteps:\n  resource/configure/instance/render: { kind: custom, language: go }\n',
})
const added = (after: ReadonlyMap<string, { text: string | null }>) =>
  Object.fromEntries(
    [...after]
      .filter(([path]) => path.startsWith('workflows/'))
      .map(([path, { text }]) => [path, text]),
  )

test('a case has its object and what must be written; an empty folder is kept by a file', () => {
  expect(added(runCommand(files, saveTestCase('small', [one])))).toEqual({
    [`${RENDER}tests/small/object.yaml`]: 'kind: Redis\n',
    [`${RENDER}tests/small/expected-output/deep/a.yaml`]: 'a: 1\n',
    [`${RENDER}tests/small/expected-metadata/.gitkeep`]: '',
  })
})

test('saving it again replaces all of it, and nothing else', () => {
  const before = runCommand(files, saveTestCase('small', [one]))
  const other = runCommand(before, saveTestCase('large', [one]))
  const again = runCommand(
    other,
    saveTestCase('small', [{ ...one, output: { 'b.yaml': 'b: 1\n' } }]),
  )
  expect(Object.keys(added(again)).filter((path) => path.includes('/small/'))).toEqual([
    `${RENDER}tests/small/object.yaml`,
    `${RENDER}tests/small/expected-metadata/.gitkeep`,
    `${RENDER}tests/small/expected-output/b.yaml`,
  ])
  expect(again.get(`${RENDER}tests/large/expected-output/deep/a.yaml`)?.text).toBe('a: 1\n')
  expect(saveTestCase('large', [one]).run(again)).toEqual({ kind: 'unchanged' })
})

test('a step without a folder has no tests', () => {
  const foreign = { ...one, step: 'resource/configure/instance/foreign' } as const
  expect(saveTestCase('small', [foreign]).run(files)).toEqual({ kind: 'unchanged' })
})

test('names that are no folder of a case are refused', () => {
  for (const name of ['', 'A', '../x', 'a/b', 'expected-output']) {
    expect(checkCaseName(name)).toBeDefined()
    expect(saveTestCase(name, [one]).run(files).kind).toBe('refused')
  }
  expect(checkCaseName('large-with-backup')).toBeUndefined()
})
