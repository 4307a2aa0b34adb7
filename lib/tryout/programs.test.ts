import { describe, expect, test } from 'vitest'
import { redisFiles } from '@/lib/build/testing'
import { FileContent, type Files, PROMISE_FILE } from '@/lib/promise/files'
import { NOTHING_DONE, type ProgramAnswer, type ProgramCall } from '@/lib/sandbox/call'
import { runHere } from '@/lib/sandbox/testing'
import ours from '@/package.json'
import { OUR_YAML } from './program-call'
import { tryOut } from './run'
import { around, destination, request, wrote } from './testing'
import type { Surroundings, Tried } from './types'

const own = {
  ...{ type: 'resource', action: 'configure', pipeline: 'announce', container: 'own' },
  settings: { kind: 'custom', language: 'typescript' },
}
const KEY = 'resource/configure/announce/own' as const
const FOLDER = `workflows/${KEY}/`
const files = redisFiles('typescript', [own])
const withFile = (path: string, text: string, base: Files = files) =>
  new Map(base).set(path, FileContent.fromText(text))
const withContainer = (lines: string) =>
  withFile(
    PROMISE_FILE,
    (files.get(PROMISE_FILE)?.text ?? '').replace(
      /^( *)- name: "?own"?$/m,
      `$1- name: own\n$1  ${lines}`,
    ),
  )

const start = (of: Files = files, more: Partial<Surroundings> = {}, object: unknown = request()) =>
  tryOut(of, object, around(more), () => 0)

/** Runs the programs that are asked for until none is, as the page does. */
async function settle(of: Files = files, more: Partial<Surroundings> = {}) {
  const ran: ProgramCall[] = []
  const answers: Record<string, ProgramAnswer> = {}
  let tried: Tried = start(of, more)
  while (tried.calls[0]) {
    const [call] = tried.calls
    ran.push(call)
    answers[call.key] = await runHere(call)
    tried = start(of, { ...more, answers })
  }
  return { run: tried.run, ran }
}

const stepOf = ({ run }: Pick<Tried, 'run'>) =>
  run.pipelines.flatMap(({ steps }) => steps).find(({ key }) => key === KEY)

/** What is known once the program of the step has answered this. */
function answered(answer: Partial<ProgramAnswer>, more: Partial<Surroundings> = {}): Tried {
  const { calls } = start()
  const full: ProgramAnswer = { ...NOTHING_DONE, end: { kind: 'exit', code: 0 }, ...answer }
  return start(files, { ...more, answers: { [calls[0]?.key ?? '']: full } })
}

describe('a custom step in TypeScript', () => {
  test('is pending until its program has run, which is asked for once', () => {
    const tried = start()
    expect(stepOf(tried)?.state).toBe('pending')
    expect(tried.run.outcome).toBe('incomplete')
    expect(tried.calls.map(({ step }) => step)).toEqual([KEY])
    const invented = start(files, { destinations: undefined })
    expect(invented.calls.map(({ key }) => key)).toEqual(tried.calls.map(({ key }) => key))
  })

  test('runs once, and leaves what its program wrote', async () => {
    const { run, ran } = await settle()
    expect(ran).toHaveLength(1)
    expect(stepOf({ run })).toMatchObject({
      ...{ state: 'succeeded', exit: 0, certain: true, program: true },
      read: ['/kratix/input/object.yaml'],
      written: [{ path: 'configmap-team-a-cache-own.yaml' }, { path: 'status.yaml' }],
    })
    expect(run.outcome).toBe('completed')
    expect(run.status).toMatchObject({ stage: 'configured', message: 'Redis cache is configured' })
    expect(run.groups.flatMap((group) => group.files)).toContain('configmap-team-a-cache-own.yaml')
  })

  test('is asked for anew when program, request or variables change, and not for a Destination', () => {
    const keys = (tried: Tried) => tried.calls.map(({ key }) => key)
    const before = keys(start())
    expect(keys(start(files, { destinations: [destination('other')] }))).toEqual(before)
    for (const other of [
      start(withFile(`${FOLDER}scripts/pipeline.ts`, '// mine')),
      start(withFile(`${FOLDER}resources/a.yaml`, 'a: 1\n')),
      start(files, {}, request({ size: 'large' })),
      start(withContainer('env: [{ name: DEBUG, value: x }]')),
    ]) {
      expect(keys(other)).toHaveLength(1)
      expect(keys(other)).not.toEqual(before)
    }
  })

  test('alone is run for a test case only, and what it leaves so is what a test expects', async () => {
    expect(stepOf(await settle())?.alone).toBeUndefined()
    const { run, ran } = await settle(files, { forTests: true })
    expect(ran).toHaveLength(2)
    expect(stepOf({ run })?.alone?.map(({ path }) => path)).toEqual([
      'configmap-team-a-cache-own.yaml',
      'status.yaml',
    ])
  })

  test('says which files of a step before it are gone, and in whose place its own stand', async () => {
    const before = withFile(
      PROMISE_FILE,
      (files.get(PROMISE_FILE)?.text ?? '').replace(
        /^( *)- name: "?own"?$/m,
        '$1- name: first\n$1  image: other:1\n$1- name: own',
      ),
      withFile(
        `${FOLDER}scripts/pipeline.ts`,
        `import { rmSync, writeFileSync } from 'node:fs'
         rmSync('/kratix/output/a/gone.yaml')
         writeFileSync('/kratix/output/kept.yaml', 'a: 2\\n')`,
      ),
    )
    const first = wrote({ 'a/gone.yaml': 'a: 1\n', 'kept.yaml': 'a: 1\n', 'left.yaml': 'a: 1\n' })
    const { run } = await settle(before, {
      recorded: { 'resource/configure/announce/first': first },
    })
    expect(stepOf({ run })).toMatchObject({ state: 'succeeded', removed: ['a/gone.yaml'] })
    expect(stepOf({ run })?.written.map(({ path, insteadOf }) => [path, insteadOf])).toEqual([
      ['kept.yaml', 'first'],
    ])
  })

  test('that is stopped is not said to have removed what stood there before it', () => {
    const before = withFile(
      PROMISE_FILE,
      (files.get(PROMISE_FILE)?.text ?? '').replace(
        /^( *)- name: "?own"?$/m,
        '$1- name: first\n$1  image: other:1\n$1- name: own',
      ),
    )
    const recorded = { 'resource/configure/announce/first': wrote({ 'a.yaml': 'a: 1\n' }) }
    const [call] = start(before, { recorded }).calls
    const stopped: ProgramAnswer = { ...NOTHING_DONE, end: { kind: 'stopped', reason: 'long' } }
    const answers = { [call?.key ?? '']: stopped }
    const tried = start(before, { recorded, answers })
    expect(stepOf(tried)).toMatchObject({ state: 'failed', reason: 'long', written: [] })
    expect(stepOf(tried)?.removed).toBeUndefined()
  })

  test('that fails says why, has told the status, and sends nothing off', () => {
    const tried = answered({
      end: { kind: 'exit', code: 1 },
      log: ['error: no room'],
      published: [{ stage: 'failed', message: 'no room' }],
    })
    expect(stepOf(tried)).toMatchObject({ state: 'failed', exit: 1, reason: 'no room' })
    expect(tried.run.status).toMatchObject({ stage: 'failed', message: 'no room' })
    expect(tried.run.groups.map(({ pipeline }) => pipeline)).not.toContain('announce')
    expect(tried.run.outcome).toBe('failed')
  })

  test('may tell the status before it ends well; what it leaves in status.yaml is merged over it', () => {
    const tried = answered({
      published: [{ stage: 'half way', seen: true }],
      metadata: [['status.yaml', 'stage: done\n']],
    })
    expect(tried.run.status).toMatchObject({ stage: 'done', seen: true })
  })

  test('that did not end in time has failed', () => {
    const reason = 'It did not end within 5 seconds and was stopped here.'
    const tried = answered({ end: { kind: 'stopped', reason } })
    expect(stepOf(tried)).toMatchObject({ state: 'failed', reason, exit: undefined })
  })

  test('that needs what is not here is not run here, and can be fed', () => {
    const reason = 'It needs the package left-pad, which is not there in the page.'
    const end = { kind: 'not-here', reason } as const
    expect(stepOf(answered({ end }))).toMatchObject({ state: 'not-run', reason })
    const recorded = { [KEY]: wrote({ 'a.yaml': 'a: 1\n' }) }
    const fed = answered({ end }, { recorded })
    expect(stepOf(fed)).toMatchObject({ state: 'recorded', reason, written: [{ path: 'a.yaml' }] })
    expect(fed.calls).toEqual([])
  })

  test.each([
    ['a Dockerfile of the user', withFile(`${FOLDER}Dockerfile`, 'FROM scratch\n'), 'Dockerfile'],
    [
      'another yaml package',
      withFile(`${FOLDER}scripts/package.json`, '{"dependencies":{"yaml":"1.10.2"}}'),
      'needs yaml 1.10.2',
    ],
    [
      'a package.json that nobody can read',
      withFile(`${FOLDER}scripts/package.json`, '{'),
      'cannot be read',
    ],
    ['a command', withContainer('command: [sh]'), 'its own command'],
    [
      'variables of a Secret',
      withContainer('envFrom: [{ secretRef: { name: s } }]'),
      'come from the cluster',
    ],
  ])('with %s is not run', (_, of, why) => {
    const tried = start(of)
    expect(tried.calls).toEqual([])
    expect(stepOf(tried)).toMatchObject({
      state: 'not-run',
      reason: expect.stringContaining(why),
    })
  })

  test('has the variables of promise.yaml; those of the cluster are named as not known', () => {
    const tried = start(
      withContainer(
        'env: [{ name: A, value: x }, { name: B, valueFrom: { fieldRef: { fieldPath: y } } }, { name: C, value: $(A) }]',
      ),
    )
    const [call] = tried.calls
    expect(call?.environment).toContainEqual(['A', 'x'])
    expect(call?.unknownVariables.map(([name]) => name)).toEqual(['B', 'C'])
    expect(call?.statusPath).toBe(
      '/apis/mygroup.org/v1alpha1/namespaces/team-a/redises/cache/status',
    )
  })

  test('waits for the programs before it: what it would read is not known', async () => {
    const second = { ...own, pipeline: 'second', container: 'next' }
    const both = redisFiles('typescript', [own, second])
    const tried = start(both)
    expect(tried.calls.map(({ step }) => step)).toEqual([KEY])
    const { run, ran } = await settle(both)
    expect(ran.map(({ step }) => step)).toEqual([KEY, 'resource/configure/second/next'])
    expect(run.outcome).toBe('completed')
  })

  test('of the promise workflow runs for its labels once for all requests', async () => {
    const platform = { ...own, type: 'promise', pipeline: 'platform', container: 'prepare' }
    const both = redisFiles('typescript', [platform])
    const { ran } = await settle(both)
    expect(ran.map(({ step }) => step)).toEqual(['promise/configure/platform/prepare'])
  })
})

describe('a render step in TypeScript', () => {
  const render = 'workflows/resource/configure/instance/render/scripts/pipeline.ts'

  test('whose program was changed by hand runs as it is now', async () => {
    const changed = withFile(
      render,
      `import { writeFileSync } from 'node:fs'\nwriteFileSync('/kratix/output/mine.yaml', 'a: 1\\n')\n`,
    )
    const { run } = await settle(changed)
    expect(run.pipelines[0]?.steps[0]).toMatchObject({ state: 'succeeded', program: true })
    expect(run.pipelines[0]?.output.map(({ path }) => path)).toEqual(['mine.yaml'])
  })

  test('that nobody has changed is rendered here', () => {
    expect(start().calls.map(({ step }) => step)).toEqual([KEY])
  })
})

test('the page has the version of yaml that the programs are generated with', () => {
  expect(ours.dependencies.yaml).toBe(OUR_YAML)
})
