import { describe, expect, test } from 'vitest'
import { redisFiles } from '@/lib/build/testing'
import { pasteSteps } from '@/lib/commands/paste-steps'
import { saveTestCase } from '@/lib/commands/save-test-case'
import { runCommand } from '@/lib/promise/command'
import { parseYaml } from '@/lib/yaml/document'
import { compareRuns } from './compare'
import { dryRunOf } from './dry-run'
import { run } from './run'
import { testCasesOf } from './test-cases'
import { around, configure, destination, foreignFiles, request, runOne, wrote } from './testing'
import type { Surroundings } from './types'

const files = redisFiles()
const runOf = (size: string, more = {}) => run(files, request({ size }), around(more), () => 0)

test('two runs differ in their object, files, status and places', () => {
  expect(compareRuns(runOf('small'), runOf('small'))).toEqual([])
  const changes = compareRuns(runOf('small'), runOf('large'))
  expect(changes.map(({ kind, path }) => [kind, path])).toEqual([
    ['changed', 'object.yaml'],
    ['changed', 'output/instance/redis-failover-team-a-cache.yaml'],
    ['changed', 'status.yaml'],
  ])
  expect(changes[1]?.before).toContain('replicas: 1')
  expect(changes[1]?.after).toContain('replicas: 3')
  const elsewhere = { destinations: [destination('other', { environment: 'dev' })] }
  expect(compareRuns(runOf('small'), runOf('small', elsewhere)).map(({ path }) => path)).toEqual([
    'destinations.txt',
  ])
})

test('files come and go between runs', () => {
  const changes = compareRuns(runOne({ 'a.yaml': 'a: 1\n' }), runOne({ 'b.yaml': 'b: 1\n' }))
  expect(
    changes.filter(({ path }) => path.startsWith('output/')).map(({ kind, path }) => [kind, path]),
  ).toEqual([
    ['removed', 'output/one/a.yaml'],
    ['added', 'output/one/b.yaml'],
  ])
})

test('a run becomes test cases of the steps that ran, without the status of the object', () => {
  const [only, ...rest] = testCasesOf(runOf('large'))
  expect(rest).toEqual([])
  expect(only?.step).toBe('resource/configure/instance/render')
  expect(only?.object).not.toContain('status')
  expect(Object.keys(only?.output ?? {})).toEqual(['redis-failover-team-a-cache.yaml'])
  expect(Object.keys(only?.metadata ?? {})).toEqual(['status.yaml'])
  const saved = runCommand(files, saveTestCase('large', testCasesOf(runOf('large'))))
  expect(saved.size).toBe(files.size + 3)
})

test('a step that failed, or that is not known, is no test case', () => {
  expect(
    testCasesOf(run(foreignFiles([configure('one', 'a')]), request(), around(), () => 0)),
  ).toEqual([])
})

describe('a test runs a step alone, so what another one left before it', () => {
  const workflow = { type: 'resource', action: 'configure' } as const
  const to = { workflow, pipeline: 0, step: 0 }
  const two = runCommand(files, pasteSteps('{name: first, image: "x:1"}', to))
  const first = 'resource/configure/instance/first'
  const casesAfter = (recorded: Surroundings['recorded']) =>
    testCasesOf(run(two, request({ size: 'large' }), around({ recorded }), () => 0))
  const [[alone]] = [testCasesOf(runOf('large'))]

  test('is no part of its status', () => {
    const cases = casesAfter({
      [first]: wrote({}, { 'status.yaml': 'url: x\n' }, request({ size: 'large' })),
    })
    expect(cases.map(({ step }) => step)).toEqual([first, alone?.step])
    expect(cases[0]?.metadata).toEqual({ 'status.yaml': 'url: x\n' })
    expect(cases[1]).toEqual(alone)
  })

  test('is expected of it, too, when it writes the same', () => {
    const cases = casesAfter({
      [first]: wrote(alone?.output ?? {}, {}, request({ size: 'large' })),
    })
    expect(Object.keys(alone?.output ?? {})).toHaveLength(1)
    expect(cases[1]).toEqual(alone)
  })

  test('makes it no case while that is not known', () => {
    expect(casesAfter({})).toEqual([])
  })

  test('is no case when it was recorded for another object', () => {
    const cases = casesAfter({ [first]: wrote({ 'a.yaml': 'a: 1\n' }, {}, request()) })
    expect(cases.map(({ step }) => step)).not.toContain(first)
  })
})

test('a DryRun asks the cluster for the same request', () => {
  const text = dryRunOf(runOf('large'), 'redis') ?? ''
  expect(parseYaml(text)[0]?.value()).toEqual({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'DryRun',
    metadata: { name: 'cache-dry-run', namespace: 'team-a' },
    spec: {
      promiseRef: { name: 'redis' },
      resourceRequestRef: { name: 'cache', namespace: 'team-a' },
      resource: { size: 'large' },
    },
  })
  expect(
    dryRunOf(
      run(
        files,
        undefined,
        around({ workflow: { type: 'promise', action: 'configure' } }),
        () => 0,
      ),
      'redis',
    ),
  ).toBeUndefined()
})
