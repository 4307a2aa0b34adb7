import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FakeApiServer, startApiServer } from '@/e2e/programs/api-server'
import { describeWith } from '@/e2e/programs/describe-with'
import { redisRender, redisRequest, redisStep, testFiles } from '@/e2e/programs/redis'
import { keptFolder, mustRun, type Ran, run, workFolder } from '@/e2e/programs/run'
import {
  documentsIn,
  filesIn,
  kratixEnvironment,
  type RunFolders,
  runFolders,
  writeFiles,
} from '@/e2e/programs/step-folder'
import { runGo, TOOLCHAINS } from '@/e2e/programs/toolchains'
import type { GeneratedFile, RenderContext, StepContext } from '../scaffold'
import { starterOutput } from '../starter'
import { go } from './index'

/** Writes a step and builds its program as its Dockerfile does. */
async function buildStep(folder: string, files: readonly GeneratedFile[]): Promise<string> {
  writeFiles(folder, files)
  const [program] = await TOOLCHAINS.go.make(join(folder, 'scripts'))
  return program
}

/** All that an engineer's own tools would say of a step. */
async function checkSources(folder: string): Promise<void> {
  const cwd = join(folder, 'scripts')
  expect((await mustRun('gofmt', ['-l', '.'], { cwd })).stdout).toBe('')
  await runGo(join(folder, 'scripts'), 'vet', '-mod=readonly', './...')
  const before = [
    readFileSync(join(cwd, 'go.mod'), 'utf8'),
    readFileSync(join(cwd, 'go.sum'), 'utf8'),
  ]
  await runGo(join(folder, 'scripts'), 'mod', 'tidy')
  expect([
    readFileSync(join(cwd, 'go.mod'), 'utf8'),
    readFileSync(join(cwd, 'go.sum'), 'utf8'),
  ]).toEqual(before)
}

const identity = { name: 'example-redis', namespace: 'default' }

describeWith('go', 'a render step in Go', () => {
  const { path: folder, remove } = keptFolder()
  let server: FakeApiServer
  let program = ''

  beforeAll(async () => {
    server = await startApiServer()
    const templates = redisRender.templates.map(({ path, text }) => ({
      path: `resources/${path}`,
      text,
    }))
    const tests = testFiles(redisRender, redisRequest({ size: 'large' }))
    const files = go.render(redisRender)
    program = await buildStep(folder, [...files, ...templates, ...tests])
  })
  afterAll(async () => {
    await server.close()
    remove()
  })

  async function runOn(
    object: unknown,
    change?: (folders: RunFolders) => void,
  ): Promise<Ran & RunFolders> {
    const folders = runFolders(workFolder(), object)
    server.writeKubeconfig(folders.home)
    change?.(folders)
    const env = kratixEnvironment(redisRender, folders, identity, join(folder, 'resources'))
    return { ...(await run(program, [], { env })), ...folders }
  }

  test('is formatted, vetted, and has a tidy module', async () => {
    await checkSources(folder)
  })

  test('passes its own tests', async () => {
    const { stdout } = await runGo(join(folder, 'scripts'), 'test', './...')
    expect(stdout).toContain('ok')
  })

  test('renders a large Redis with three replicas, and reports it', async () => {
    const { code, stderr, output, metadata } = await runOn(redisRequest({ size: 'large' }))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(documentsIn(output)).toEqual({
      'redis-failover-default-example-redis.yaml': [
        {
          apiVersion: 'databases.spotahome.com/v1',
          kind: 'RedisFailover',
          metadata: {
            name: 'example-redis',
            namespace: 'default',
            labels: { 'app.kubernetes.io/managed-by': 'kratix' },
          },
          spec: {
            redis: {
              replicas: 3,
              customConfig: ['maxclients 100', 'client-output-buffer-limit normal 0 0 0'],
            },
            sentinel: { replicas: 3, resources: { limits: { memory: '100Mi' } } },
          },
        },
      ],
    })
    expect(documentsIn(metadata)).toEqual({
      'status.yaml': [
        { stage: 'provisioning', message: 'Redis example-redis has 3 replicas', reason: '' },
      ],
    })
    expect(server.requests).toEqual([])
  })

  test('writes the same bytes again over its own output, and keeps the status of other steps', async () => {
    const folders = runFolders(workFolder(), redisRequest({}))
    const env = kratixEnvironment(redisRender, folders, identity, join(folder, 'resources'))
    writeFiles(folders.metadata, [{ path: 'status.yaml', text: 'stage: earlier\nhost: "a.b"\n' }])
    await mustRun(program, [], { env })
    const first = [filesIn(folders.output), filesIn(folders.metadata)]
    expect(documentsIn(folders.metadata)['status.yaml']).toEqual([
      {
        stage: 'provisioning',
        message: 'Redis example-redis has 1 replicas',
        reason: '',
        host: 'a.b',
      },
    ])
    await mustRun(program, [], { env })
    expect([filesIn(folders.output), filesIn(folders.metadata)]).toEqual(first)
  })

  test('refuses an unknown size, names the allowed ones, and says so in the status', async () => {
    const before = server.requests.length
    const { code, stderr, output, metadata } = await runOn(redisRequest({ size: 'huge' }))
    const reason = 'spec.size is "huge", which is not allowed; allowed values: "small", "large"'
    expect({ code, stderr }).toEqual({ code: 1, stderr: `error: ${reason}\n` })
    expect(filesIn(output)).toEqual({})
    expect(filesIn(metadata)).toEqual({})
    expect(server.requests.slice(before)).toEqual([
      {
        method: 'PATCH',
        path: '/apis/mygroup.org/v1alpha1/namespaces/default/redises/example-redis/status',
        contentType: 'application/merge-patch+json',
        body: { status: { stage: 'provisioning error', message: reason, reason } },
      },
    ])
  })

  test('tells in the status that the input cannot be read, by the name in the environment', async () => {
    const before = server.requests.length
    const { code, stderr, output } = await runOn('spec: [\n')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^error: cannot read the input: /)
    expect(filesIn(output)).toEqual({})
    expect(server.requests.slice(before)).toMatchObject([
      {
        path: '/apis/mygroup.org/v1alpha1/namespaces/default/redises/example-redis/status',
        body: { status: { stage: 'provisioning error' } },
      },
    ])
  })

  test('fails when the output cannot be written', async () => {
    const { code, stderr, metadata } = await runOn(
      redisRequest({ size: 'large' }),
      ({ output }) => {
        writeFiles(output, [
          { path: 'redis-failover-default-example-redis.yaml/in-the-way', text: '' },
        ])
        chmodSync(output, 0o555)
      },
    )
    expect(code).toBe(1)
    expect(stderr).toContain('redis-failover-default-example-redis.yaml')
    expect(filesIn(metadata)).toEqual({})
  })

  test('tells of a status that cannot be published in addition to the first error', async () => {
    server.refuse(403)
    const { code, stderr } = await runOn(redisRequest({ size: 3 }))
    server.refuse(0)
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /^error: spec.size must be a string, not 3\nerror: the failure status could not be published: .*refused/,
    )
  })

  test('refuses to run in another workflow', async () => {
    const folders = runFolders(workFolder(), redisRequest({}))
    const env = kratixEnvironment({ ...redisRender, action: 'delete' }, folders, identity)
    server.writeKubeconfig(folders.home)
    const { code, stderr } = await run(program, [], { env })
    expect(code).toBe(1)
    expect(stderr).toContain('serves the workflow resource/configure, not resource/delete')
  })
})

describeWith('go', 'a render step in Go for the Promise itself', () => {
  const step: RenderContext = {
    ...redisRender,
    key: 'promise/configure/setup/render',
    type: 'promise',
    values: redisRender.values.slice(0, 1),
    status: { success: { message: '${name} is set up' }, failure: { stage: 'dropped' } },
    templates: [
      { path: 'ns.yaml', text: 'apiVersion: v1\nkind: Namespace\nmetadata: {name: "${name}"}\n' },
    ],
  }
  const promise = {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: { name: 'redis' },
  }

  test('renders, and reports message alone, also after a failure', async () => {
    const folder = workFolder()
    const templates = step.templates.map(({ path, text }) => ({ path: `resources/${path}`, text }))
    const files = [...go.render(step), ...templates, ...testFiles(step, promise)]
    const program = await buildStep(folder, files)
    await checkSources(folder)
    await runGo(join(folder, 'scripts'), 'test', './...')

    const folders = runFolders(workFolder(), promise)
    const resources = join(folder, 'resources')
    const env = kratixEnvironment(step, folders, { name: 'redis', namespace: '' }, resources)
    await mustRun(program, [], { env })
    expect(documentsIn(folders.output)).toEqual({
      'ns-redis.yaml': [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'redis' } }],
    })
    expect(documentsIn(folders.metadata)).toEqual({
      'status.yaml': [{ message: 'redis is set up' }],
    })

    const server = await startApiServer()
    const broken = runFolders(workFolder(), 'a list: no\n- x\n')
    server.writeKubeconfig(broken.home)
    const failed = await run(program, [], {
      env: { ...env, KRATIX_INPUT_DIR: broken.input, HOME: broken.home },
    })
    await server.close()
    expect(failed.code).toBe(1)
    expect(server.requests).toMatchObject([
      { method: 'PATCH', path: '/apis/platform.kratix.io/v1alpha1/promises/redis/status' },
    ])
    const body = server.requests[0]?.body as { status: object }
    expect(Object.keys(body.status)).toEqual(['message'])
  })
})

const custom: StepContext[] = [
  { ...redisStep, container: 'program' },
  { ...redisStep, container: 'clean-up', action: 'delete' },
  { ...redisStep, container: 'set-up', type: 'promise' },
  { ...redisStep, container: 'tear-down', type: 'promise', action: 'delete' },
  { ...redisStep, container: 'without-an-api', api: undefined },
]

describeWith('go', 'a custom step in Go', () => {
  test.each(custom)('builds and does what it should: $type $action $container', async (step) => {
    const folder = workFolder()
    const isPromise = step.type === 'promise'
    const request = redisRequest({ size: 'large', notes: 'a: {b' })
    const object = isPromise
      ? { apiVersion: 'platform.kratix.io/v1alpha1', kind: 'Promise', metadata: { name: 'redis' } }
      : request
    const tests: GeneratedFile[] = [{ path: 'tests/object.yaml', text: JSON.stringify(object) }]
    if (step.action === 'configure') {
      const { path, document, status } = starterOutput(step, {
        name: object.metadata.name,
        namespace: isPromise ? '' : request.metadata.namespace,
        spec: isPromise ? {} : request.spec,
      })
      tests.push(
        { path: `tests/expected-output/${path}`, text: JSON.stringify(document) },
        { path: 'tests/expected-metadata/status.yaml', text: JSON.stringify(status) },
      )
    }
    await buildStep(folder, [
      ...go.custom(step),
      { path: 'resources/.gitkeep', text: '' },
      ...tests,
    ])
    await checkSources(folder)
    await runGo(join(folder, 'scripts'), 'test', './...')
  })

  test('refuses what the API does not allow, and says so in the status', async () => {
    const server = await startApiServer()
    const program = await buildStep(workFolder(), go.custom(redisStep))
    const folders = runFolders(workFolder(), redisRequest({ size: 'huge' }))
    server.writeKubeconfig(folders.home)
    const env = kratixEnvironment(redisStep, folders, identity)
    const { code, stderr } = await run(program, [], { env })
    await server.close()
    expect(code).toBe(1)
    expect(stderr).toContain(
      'spec.size is "huge", which is not allowed; allowed values: "small", "large"',
    )
    expect(server.requests).toMatchObject([{ body: { status: { stage: 'failed' } } }])
    expect(filesIn(folders.output)).toEqual({})
  })

  test('keeps its shape whatever the words of the user', async () => {
    const words = [
      'a: {b',
      'two\nlines',
      '${x}',
      '"; rm -rf /',
      '$(id)',
      '*/',
      '`id`',
      '// +build x',
      '\u2028',
      "``''",
      '- a',
      '# b',
      '[x]: y',
      '-',
      'a,omitempty',
      '',
      'ä',
    ]
    const properties = words.map((word, i) => [
      word,
      i % 3 === 0
        ? {
            type: 'object',
            description: word,
            properties: { [word]: { type: 'string', description: word } },
          }
        : { type: 'string', description: word, default: word, ...(i % 3 === 1 && { enum: words }) },
    ])
    const schema = {
      properties: { spec: { type: 'object', properties: Object.fromEntries(properties) } },
    }
    const hostile = words.join(' ')
    const step: StepContext = {
      ...redisStep,
      promise: hostile,
      container: hostile,
      api: { group: hostile, version: hostile, kind: hostile, plural: hostile, schema },
    }
    const folder = workFolder()
    await buildStep(folder, go.custom(step))
    await checkSources(folder)
  })
})
