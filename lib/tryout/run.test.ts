import { describe, expect, test } from 'vitest'
import { DEPENDENCIES, RENDER, redisFiles } from '@/lib/build/testing'
import { FileContent, PROMISE_FILE } from '@/lib/promise/files'
import type { StepKey } from '@/lib/promise/workflows'
import { run } from './run'
import { around, conditionsOf, configure, foreignFiles, request, runOne, wrote } from './testing'
import { inputKey, type Run, type Surroundings } from './types'

const redis = redisFiles()
const stepsOf = ({ pipelines }: Run) => pipelines.flatMap(({ steps }) => steps)
const states = ({ pipelines }: Run) => pipelines.map(({ state }) => state)
const runRedis = (object: unknown, more: Partial<Surroundings> = {}, files = redis) =>
  run(files, object, around(more), () => 0)

describe('a render step', () => {
  test('writes what its program would, with the environment of a container', () => {
    const made = runRedis(request({ size: 'large' }))
    const [step] = stepsOf(made)
    expect(step).toMatchObject({
      state: 'succeeded',
      exit: 0,
      read: ['/kratix/input/object.yaml', '/resources/redis-failover.yaml'],
    })
    expect(step?.written.map(({ volume, path }) => `${volume}/${path}`)).toEqual([
      'output/redis-failover-team-a-cache.yaml',
      'metadata/status.yaml',
    ])
    expect(step?.written[0]?.text).toContain('replicas: 3')
    expect(Object.fromEntries(step?.environment ?? [])).toEqual({
      KRATIX_WORKFLOW_ACTION: 'configure',
      KRATIX_WORKFLOW_TYPE: 'resource',
      KRATIX_PROMISE_NAME: 'redis',
      KRATIX_PIPELINE_NAME: 'instance',
      KRATIX_OBJECT_KIND: 'Redis',
      KRATIX_OBJECT_GROUP: 'mygroup.org',
      KRATIX_OBJECT_VERSION: 'v1alpha1',
      KRATIX_OBJECT_NAME: 'cache',
      KRATIX_OBJECT_NAMESPACE: 'team-a',
      KRATIX_CRD_PLURAL: 'redises',
      KRATIX_CLUSTER_SCOPED: 'false',
    })
    expect(made.status).toMatchObject({ message: 'Redis with 3 replicas', stage: 'provisioning' })
    expect(made.groups[0]?.destinations[0]?.paths[0]?.path).toBe(
      'worker/resources/team-a/redis/cache/instance/5058f/redis-failover-team-a-cache.yaml',
    )
  })

  test('reads the request with the defaults of the API', () => {
    expect(stepsOf(runRedis(request({})))[0]?.written[0]?.text).toContain('replicas: 1')
  })

  test('that fails tells why in the log and in the status; nothing is scheduled (5.2)', () => {
    const settings = [...redis].map(([path, content]): [string, FileContent] => [
      path,
      path === '.promise-designer.yaml'
        ? FileContent.fromText((content.text ?? '').replaceAll('small', 'tiny'))
        : content,
    ])
    const made = runRedis(request({ size: 'small' }), {}, new Map(settings))
    const reason = 'spec.size is "small", which is not allowed; allowed values: "tiny", "large"'
    expect(stepsOf(made)[0]).toMatchObject({
      state: 'failed',
      exit: 1,
      log: [`error: ${reason}`],
      written: [],
    })
    expect(made.status).toMatchObject({ message: reason, reason, stage: 'provisioning error' })
    expect(conditionsOf(made)).toEqual(['ConfigureWorkflowCompleted=False/ConfigureWorkflowFailed'])
    expect(made.groups).toEqual([])
    expect(made.outcome).toBe('failed')
  })

  test('is not run when the user has changed its program, command, environment or volumes', () => {
    const own = new Map(redisFiles('python')).set(
      `${RENDER}scripts/pipeline.py`,
      FileContent.fromText('# mine\n'),
    )
    expect(stepsOf(runRedis(request(), {}, own))[0]?.reason).toContain('was changed by hand')
    const text = redis.get(PROMISE_FILE)?.text ?? ''
    const withKey = (key: string) =>
      new Map(redis).set(
        PROMISE_FILE,
        FileContent.fromText(
          text.replace(/^( *)- name: "?render"?$/m, `$1- name: render\n$1  ${key}`),
        ),
      )
    for (const [key, why] of [
      ['command: [sh]', 'its own command'],
      ['args: [x]', 'its own args'],
      ['env: [{ name: RESOURCES_DIR, value: /x }]', 'sets RESOURCES_DIR'],
      ['env: [{ name: KRATIX_OUTPUT_DIR, value: /x }]', 'sets KRATIX_OUTPUT_DIR'],
      ['volumeMounts: [{ name: v, mountPath: /resources/x }]', 'mounts a volume at /resources/x'],
    ] as const) {
      const made = runRedis(request(), {}, withKey(key))
      expect(stepsOf(made)[0]).toMatchObject({ state: 'not-run' })
      expect(stepsOf(made)[0]?.reason).toContain(why)
    }
    expect(
      stepsOf(runRedis(request(), {}, withKey('env: [{ name: DEBUG, value: x }]')))[0]?.state,
    ).toBe('succeeded')
  })

  test('is not run while its templates cannot be built', () => {
    const broken = new Map(redis).set(
      `${RENDER}resources/redis-failover.yaml`,
      FileContent.fromText('a: ${nothing}\n'),
    )
    const [step] = stepsOf(runRedis(request(), {}, broken))
    expect(step).toMatchObject({ state: 'not-run' })
    expect(step?.reason).toContain('nothing')
  })
})

describe('a dependencies step', () => {
  const promise = { workflow: { type: 'promise', action: 'configure' } } as const

  test('copies its manifests with their folders, and the Promise is what it runs for', () => {
    const made = runRedis(undefined, promise)
    const [step] = stepsOf(made)
    expect(step?.written.map(({ path }) => path)).toEqual(['crds/failovers.yaml', 'operator.yaml'])
    expect(Object.fromEntries(step?.environment ?? [])).toMatchObject({
      KRATIX_OBJECT_KIND: 'Promise',
      KRATIX_OBJECT_GROUP: 'platform.kratix.io',
      KRATIX_OBJECT_NAME: 'redis',
      KRATIX_OBJECT_NAMESPACE: '',
      KRATIX_CRD_PLURAL: 'promises',
      KRATIX_CLUSTER_SCOPED: 'true',
    })
    expect(made.status.message).toBe('Promise configured')
    expect(made.judgement).toBeUndefined()
  })

  test('fails when there is nothing to copy', () => {
    const bare = new Map(
      [...redis].filter(([path]) => !path.startsWith(`${DEPENDENCIES}resources`)),
    )
    const made = runRedis(undefined, promise, bare)
    expect(stepsOf(made)[0]).toMatchObject({ state: 'failed', exit: 1 })
  })

  test('goes to all matching Destinations, beside the static dependencies (2.1)', () => {
    const text = redis.get(PROMISE_FILE)?.text ?? ''
    const dependency =
      'spec:\n  dependencies:\n    - apiVersion: v1\n      kind: Namespace\n      metadata: { name: x }\n'
    const files = new Map(redis).set(
      PROMISE_FILE,
      FileContent.fromText(text.replace(/^spec:\n/m, dependency)),
    )
    const made = runRedis(undefined, promise, files)
    expect(made.groups.map((group) => group.destinations[0]?.paths[0]?.path)).toEqual([
      'worker/dependencies/redis/dependencies/5058f/crds/failovers.yaml',
      'worker/dependencies/redis/5058f/static/redis-dependencies.yaml',
    ])
  })
})

describe('a step that is not run here', () => {
  test('leaves its pipeline incomplete, and what follows uncertain', () => {
    const files = foreignFiles([configure('one', 'a'), configure('two', 'b')])
    const recorded = { 'resource/configure/two/b': wrote({ 'b.yaml': 'b: 1\n' }) }
    const made = run(files, request(), around({ recorded }), () => 0)
    expect(states(made)).toEqual(['incomplete', 'succeeded'])
    expect(made.pipelines.map(({ certain }) => certain)).toEqual([true, false])
    expect(made.pipelines[0]?.groups).toEqual([])
    expect(made).toMatchObject({ outcome: 'incomplete', statusCertain: false })
    expect(stepsOf(made)[0]).toMatchObject({ state: 'not-run', exit: undefined, written: [] })
  })

  test('can be fed what it wrote elsewhere', () => {
    const made = runOne({ 'a.yaml': 'a: 1\n' }, { 'status.yaml': 'host: x\n' })
    expect(stepsOf(made)[0]).toMatchObject({ state: 'recorded', exit: undefined })
    expect(made.status).toMatchObject({ host: 'x' })
    expect(made.outcome).toBe('completed')
  })

  test('says when that was recorded for another request', () => {
    const recorded = (object: unknown) => ({
      'resource/configure/one/a': { output: {}, metadata: {}, input: inputKey(object) },
    })
    const files = foreignFiles([configure('one', 'a')])
    const once = run(files, request(), around(), () => 0)
    const again = run(files, request(), around({ recorded: recorded(once.object) }), () => 0)
    expect(stepsOf(again)[0]).not.toHaveProperty('stale')
    const other = run(
      files,
      request({ size: 'large' }),
      around({ recorded: recorded(once.object) }),
      () => 0,
    )
    expect(stepsOf(other)[0]).toMatchObject({ stale: true })
  })
})

describe('containers of a pipeline', () => {
  const files = foreignFiles([configure('one', 'a'), configure('two', 'b')], (promise) => {
    const { workflows } = promise.spec as { workflows: { resource: { configure: Container[] } } }
    const [one] = workflows.resource.configure
    one?.spec.containers.push({ name: 'late', image: 'x:1' })
  })
  interface Container {
    spec: { containers: { name: string; image: string }[] }
  }
  const key = (name: `${string}/${string}`): StepKey => `resource/configure/${name}`

  test('share their volumes; the next pipeline has new ones (3.5)', () => {
    const recorded = {
      [key('one/a')]: wrote({ 'a.yaml': 'a: 1\n' }),
      [key('one/late')]: wrote({ 'b.yaml': 'b: 1\n', 'a.yaml': 'a: 2\n' }),
      [key('two/b')]: wrote({ 'c.yaml': 'c: 1\n' }),
    }
    const made = run(files, request(), around({ recorded }), () => 0)
    expect(made.pipelines.map(({ output }) => output.map(({ path }) => path))).toEqual([
      ['a.yaml', 'b.yaml'],
      ['c.yaml'],
    ])
    expect(made.pipelines[0]?.output[0]?.text).toBe('a: 2\n')
    expect(
      stepsOf(made).map(({ written }) => written.map(({ path, insteadOf }) => [path, insteadOf])),
    ).toEqual([
      [['a.yaml', undefined]],
      [
        ['a.yaml', 'a'],
        ['b.yaml', undefined],
      ],
      [['c.yaml', undefined]],
    ])
  })

  test('after an unknown one are not certain', () => {
    const recorded = { [key('one/late')]: wrote({ 'b.yaml': 'b: 1\n' }) }
    const made = run(files, request(), around({ recorded }), () => 0)
    expect(made.pipelines[0]?.steps.map(({ state, certain }) => [state, certain])).toEqual([
      ['not-run', true],
      ['recorded', false],
    ])
  })
})

test('5.2: a pipeline that writes nothing removes what it wrote before', () => {
  const made = runOne({})
  expect(made.pipelines[0]).toMatchObject({ state: 'succeeded', written: true, groups: [] })
})

describe('workflow control (5.6)', () => {
  const files = foreignFiles([configure('one', 'a'), configure('two', 'b')])
  const controlled = (control: string, object = request()) =>
    run(
      files,
      object,
      around({
        recorded: {
          'resource/configure/one/a': wrote(
            { 'a.yaml': 'a: 1\n' },
            { 'workflow-control.yaml': control, 'status.yaml': 'message: waiting\n' },
          ),
          'resource/configure/two/b': wrote({ 'b.yaml': 'b: 1\n' }),
        },
      }),
      () => 0,
    )

  test('suspend keeps the old files and stops the workflow; the status is merged all the same', () => {
    const made = controlled('suspend: true\nmessage: needs a yes\n')
    expect(states(made)).toEqual(['suspended', 'not-reached'])
    expect(made.pipelines[0]).toMatchObject({ written: false, groups: [] })
    expect(made.status).toMatchObject({
      message: 'waiting',
      kratix: {
        workflows: { pipelines: [{ name: 'one', phase: 'Suspended', message: 'needs a yes' }] },
      },
    })
    expect(made.outcome).toBe('suspended')
  })

  test('retryAfter does the same and counts its attempts', () => {
    const made = controlled('retryAfter: 5m\n')
    const pipelines = (one: Run) =>
      (one.status.kratix as { workflows: { pipelines: unknown[] } }).workflows.pipelines
    expect(made.pipelines[0]?.control).toEqual({ suspend: false, retryAfter: '5m' })
    expect(pipelines(made)).toEqual([{ name: 'one', phase: 'Suspended', attempts: 1 }])
    const again = controlled(
      'retryAfter: 5m\n',
      request(undefined, { status: made.status }) as never,
    )
    expect(pipelines(again)).toEqual([{ name: 'one', phase: 'Suspended', attempts: 2 }])
  })

  test('a time that Go does not know fails the pipeline, and its output is not written', () => {
    const made = controlled('retryAfter: 1d\n')
    expect(made.pipelines[0]).toMatchObject({ state: 'failed', written: false })
    expect(made.pipelines[0]?.reason).toContain('unknown unit "d"')
  })

  test('a last pipeline that waits does not complete the workflow', () => {
    const made = runOne({ 'a.yaml': 'a: 1\n' }, { 'workflow-control.yaml': 'suspend: true\n' })
    expect(made.status.message).toBe('Pending')
    expect(conditionsOf(made)).toEqual(['ConfigureWorkflowCompleted=False/PipelinesInProgress'])
  })
})

describe('delete workflows (5.7)', () => {
  const files = foreignFiles([
    configure('one', 'a'),
    { type: 'resource', action: 'delete', pipeline: 'clean', container: 'c' },
    { type: 'resource', action: 'delete', pipeline: 'second', container: 'd' },
  ])
  const deleted = (metadata: Record<string, string>) =>
    run(
      files,
      request(),
      around({
        workflow: { type: 'resource', action: 'delete' },
        recorded: {
          'resource/configure/one/a': wrote({ 'a.yaml': 'a: 1\n' }),
          'resource/delete/clean/c': wrote({ 'ignored.yaml': 'a: 1\n' }, metadata),
        },
      }),
      () => 0,
    )

  test('run one pipeline, ignore its output, and then the files are removed', () => {
    const made = deleted({ 'destination-selectors.yaml': '- broken\n' })
    expect(states(made)).toEqual(['succeeded', 'ignored'])
    expect(made.pipelines[0]).toMatchObject({ written: false, groups: [] })
    expect(made.removed.flatMap(({ files: paths }) => paths)).toEqual(['a.yaml'])
    expect(conditionsOf(made)).toContain(
      'DeleteWorkflowCompleted=True/PipelinesExecutedSuccessfully',
    )
  })

  test('that wait or fail keep the files', () => {
    const waiting = deleted({ 'workflow-control.yaml': 'suspend: true\n' })
    expect(waiting.removed).toEqual([])
    expect(conditionsOf(waiting)).toEqual(['DeleteWorkflowCompleted=False/DeleteWorkflowSuspended'])
    const broken = deleted({ 'status.yaml': '- a\n' })
    expect(broken.removed).toEqual([])
    expect(conditionsOf(broken)).toEqual(['DeleteWorkflowCompleted=False/DeleteWorkflowFailed'])
  })

  test('without a pipeline the files are just removed', () => {
    const made = run(
      foreignFiles([configure('one', 'a')]),
      request(),
      around({
        workflow: { type: 'resource', action: 'delete' },
        recorded: { 'resource/configure/one/a': wrote({ 'a.yaml': 'a: 1\n' }) },
      }),
      () => 0,
    )
    expect(made.outcome).toBe('empty')
    expect(made.removed).toHaveLength(1)
  })
})

test('a refused request starts no pipeline', () => {
  const made = runRedis(request({ size: 'huge' }))
  expect(made).toMatchObject({ outcome: 'refused', pipelines: [], groups: [] })
  expect(made.judgement?.faults[0]).toMatchObject({ path: ['spec', 'size'] })
})

test('a run is plain data, which goes to another thread as it is', () => {
  const made = runRedis(request())
  expect(structuredClone(made)).toEqual(made)
})

test('files that hold no Promise are run without a fault', () => {
  for (const text of [
    '',
    '[',
    '- a\n',
    'kind: Promise\n',
    'spec: { workflows: { promise: { configure: [1, null] } } }\n',
  ]) {
    const files = new Map([[PROMISE_FILE, FileContent.fromText(text)]])
    for (const type of ['promise', 'resource'] as const) {
      const made = run(
        files,
        request(),
        around({ workflow: { type, action: 'configure' } }),
        () => 0,
      )
      expect(['refused', 'empty', 'completed']).toContain(made.outcome)
    }
  }
})
