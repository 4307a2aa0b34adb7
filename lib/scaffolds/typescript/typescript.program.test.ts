import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiRequest, type FakeApiServer, startApiServer } from '@/e2e/programs/api-server'
import { caseFiles, type StepCase } from '@/e2e/programs/case-files'
import { keptFolder, mustRun, type Ran, run } from '@/e2e/programs/run'
import {
  documentsIn,
  filesIn,
  kratixEnvironment,
  type RunFolders,
  runFolders,
  writeFiles,
} from '@/e2e/programs/step-folder'
import { renderStep } from '@/lib/render/render-step'
import type { GeneratedFile, RenderContext, RenderValue, StepContext } from '../scaffold'
import { starterOutput } from '../starter'
import { typescript } from './index'

/** Strings that would end a quotation, a comment or a line somewhere. */
const HOSTILE = 'a: {b\n${x} "; rm -rf / $(id) */ \\ \' ` <!-- \u2028 \u0000'

const api = {
  group: 'mygroup.org',
  version: 'v1alpha1',
  kind: 'Redis',
  plural: 'redises',
  schema: {
    type: 'object',
    properties: {
      spec: {
        type: 'object',
        default: {},
        properties: {
          size: {
            type: 'string',
            enum: ['small', 'large'],
            default: 'small',
            description: HOSTILE,
          },
          team: { type: 'string' },
          [HOSTILE]: { type: 'string', enum: [HOSTILE] },
          'a-b': { type: 'string', nullable: true },
          class: { type: 'integer' },
          __proto__x: { type: 'array', items: { type: 'object', properties: { x: {} } } },
        },
      },
    },
  },
}

const step: StepContext = {
  key: 'resource/configure/instance/render',
  type: 'resource',
  action: 'configure',
  pipeline: 'instance',
  container: 'render',
  image: 'registry.example/redis-render:v0.1.0',
  promise: 'redis',
  api,
}

const plain = { type: undefined, default: undefined, map: undefined }
const values: readonly RenderValue[] = [
  { ...plain, name: 'name', source: { kind: 'name' } },
  { ...plain, name: 'namespace', source: { kind: 'namespace' } },
  {
    name: 'replicas',
    source: { kind: 'spec', path: ['size'] },
    type: 'string',
    default: 'small',
    map: [
      { when: 'small', give: 1 },
      { when: 'large', give: 3 },
    ],
  },
  { ...plain, name: 'hostile', source: { kind: 'constant', value: HOSTILE } },
  { ...plain, name: 'team', source: { kind: 'label', label: HOSTILE }, default: 'none' },
  { ...plain, name: 'odd', source: { kind: 'spec', path: [HOSTILE] }, default: -0.5 },
]

const redisFailover = `apiVersion: databases.spotahome.com/v1
kind: RedisFailover
metadata:
  name: \${name}
  namespace: \${namespace}
  annotations: {hostile: "\${hostile}", "team": "t-\${team}", literal: "$\${name}"}
spec:
  sentinel: {replicas: "\${replicas}"}
  redis:
    replicas: \${replicas}
    share: \${odd}
    text: |
      a
       b # \${replicas}
---
# nothing
---
kind: Second
on: 'yes'
`

const renderContext: RenderContext = {
  ...step,
  values,
  status: {
    success: {
      stage: 'provisioning',
      message: '${name}: ${replicas} replicas',
      [HOSTILE]: HOSTILE.replace('${x}', ''),
    },
    failure: { stage: 'provisioning error', [HOSTILE]: HOSTILE },
  },
  templates: [{ path: 'deep/redis.yml', text: redisFailover.replace('\non:', '\n"on":') }],
}

const request = (spec: unknown) => ({
  apiVersion: 'mygroup.org/v1alpha1',
  kind: 'Redis',
  metadata: { name: 'example', namespace: 'team-a', labels: { [HOSTILE]: 'x' } },
  spec,
})

const root = keptFolder()
let server: FakeApiServer
let modules = ''

beforeAll(async () => {
  server = await startApiServer()
  // All steps have the same locked packages: one installation serves every test.
  const folder = join(root.path, 'install')
  writeFiles(folder, typescript.custom(step))
  await mustRun('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: join(folder, 'scripts'),
  })
  modules = join(folder, 'scripts/node_modules')
})

afterAll(async () => {
  await server?.close()
  root.remove()
})

/** A step in a folder of its own, compiled and tested as its user would. */
async function buildStep(
  name: string,
  files: readonly GeneratedFile[],
  resources: readonly GeneratedFile[],
  stepCase: StepCase,
): Promise<string> {
  const folder = join(root.path, name)
  mkdirSync(join(folder, 'resources'), { recursive: true })
  writeFiles(folder, [...files, ...resources, ...caseFiles(stepCase)])
  symlinkSync(modules, join(folder, 'scripts/node_modules'))
  const tested = await mustRun('npm', ['test'], { cwd: join(folder, 'scripts') })
  expect(tested.stdout).toMatch(/# pass 3/)
  return folder
}

interface RanStep extends Ran, RunFolders {
  /** What the program said to the API server. */
  readonly requests: readonly ApiRequest[]
}

let runs = 0

async function runStep(
  folder: string,
  object: unknown,
  env: Readonly<Record<string, string>> = {},
  context: StepContext = step,
): Promise<RanStep> {
  const folders = runFolders(join(root.path, `run-${runs++}`), object)
  return { ...folders, ...(await start(folder, folders, env, context)) }
}

async function start(
  folder: string,
  folders: RunFolders,
  env: Readonly<Record<string, string>> = {},
  context: StepContext = step,
): Promise<Ran & { readonly requests: readonly ApiRequest[] }> {
  const name = context.type === 'promise' ? 'redis' : 'example'
  const object = { name, namespace: 'team-a' }
  const before = server.requests.length
  const ran = await run('node', [join(folder, 'scripts/dist/pipeline.js')], {
    env: {
      ...kratixEnvironment(context, folders, object, join(folder, 'resources')),
      KRATIX_API_SERVER: server.url,
      ...env,
    },
  })
  return { ...ran, requests: server.requests.slice(before) }
}

const statusPath = '/apis/mygroup.org/v1alpha1/namespaces/team-a/redises/example/status'

describe('a render step', () => {
  let folder = ''
  const expected = (spec: unknown) => renderStep(renderContext, request(spec))

  beforeAll(async () => {
    const rendered = expected({ size: 'large' })
    if (!rendered.ok) throw new Error(rendered.reason)
    folder = await buildStep(
      'render',
      typescript.render(renderContext),
      renderContext.templates.map(({ path, text }) => ({ path: `resources/${path}`, text })),
      { object: request({ size: 'large' }), files: rendered.files, status: rendered.status },
    )
  })

  test('fills the templates as the engine does', async () => {
    const rendered = expected({ size: 'large' })
    const ran = await runStep(folder, request({ size: 'large' }))
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(rendered.ok && rendered.files.map(({ path }) => path)).toEqual([
      'deep/redis-team-a-example.yaml',
    ])
    const files = rendered.ok ? rendered.files.map((file) => [file.path, file.documents]) : []
    expect(documentsIn(ran.output)).toEqual(Object.fromEntries(files))
    expect(documentsIn(ran.metadata)['status.yaml']).toEqual([rendered.status])
    expect(ran.requests).toEqual([])
  })

  test('writes the same bytes again', async () => {
    const folders = runFolders(join(root.path, 'twice'), request({ size: 'small' }))
    expect((await start(folder, folders)).code).toBe(0)
    const first = [filesIn(folders.output), filesIn(folders.metadata)]
    expect((await start(folder, folders)).code).toBe(0)
    expect([filesIn(folders.output), filesIn(folders.metadata)]).toEqual(first)
  })

  test('refuses a size that is not allowed, and says so in the status', async () => {
    const ran = await runStep(folder, request({ size: 'huge' }))
    const reason = 'spec.size is "huge", which is not allowed; allowed values: "small", "large"'
    expect(ran).toMatchObject({ code: 1, stderr: `error: ${reason}\n` })
    expect(ran.requests).toEqual([
      {
        method: 'PATCH',
        path: statusPath,
        contentType: 'application/merge-patch+json',
        body: { status: expected({ size: 'huge' }).status },
      },
    ])
    expect(filesIn(ran.output)).toEqual({})
    expect(filesIn(ran.metadata)).toEqual({})
  })

  test('names the object by its environment when the input cannot be read', async () => {
    const ran = await runStep(folder, 'kind: [\n')
    expect(ran.code).toBe(1)
    expect(ran.stderr).toMatch(/^error: cannot read the input: .* line 2/)
    expect(ran.requests.map(({ path }) => path)).toEqual([statusPath])
  })

  test('tells that it cannot write', async () => {
    const folders = runFolders(join(root.path, 'unwritable'), request({ size: 'small' }))
    const blocked = join(root.path, 'unwritable/blocked')
    writeFileSync(blocked, '')
    const ran = await start(folder, folders, { KRATIX_OUTPUT_DIR: join(blocked, 'x') })
    expect(ran.code).toBe(1)
    expect(ran.stderr).toMatch(/ENOTDIR/)
    expect(ran.requests).toHaveLength(1)
    expect(filesIn(folders.metadata)).toEqual({})
  })

  test('keeps the first error in sight when the status cannot be published', async () => {
    server.refuse(403)
    try {
      const ran = await runStep(folder, request({ size: 'huge' }))
      expect(ran.code).toBe(1)
      expect(ran.stderr).toMatch(
        /^error: spec\.size is "huge".*\nerror: the failure status could not be published: .*403 refused\n$/,
      )
    } finally {
      server.refuse(0)
    }
    const alone = await runStep(folder, request({ size: 'huge' }), { KRATIX_API_SERVER: '' })
    expect(alone.stderr).toMatch(/not in a cluster/)
  })

  test('publishes nothing in a dry run', async () => {
    const ran = await runStep(folder, request({ size: 'huge' }), { KRATIX_DRY_RUN: 'true' })
    expect(ran.code).toBe(1)
    expect(ran.requests).toEqual([])
  })

  test('serves no other workflow', async () => {
    const ran = await runStep(folder, request({}), { KRATIX_WORKFLOW_ACTION: 'delete' })
    expect(ran.stderr).toMatch(/serves the workflow resource\/configure, not resource\/delete/)
    expect(ran.code).toBe(1)
  })

  test('has a non-root image that holds only what it names', async () => {
    chmodSync(join(folder, 'resources'), 0o755)
    const texts = filesIn(folder)
    const dockerfile = texts.Dockerfile ?? ''
    for (const [, sources] of dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)) {
      for (const source of (sources ?? '').split(' ')) {
        const found = Object.keys(texts).some((path) => path.startsWith(source))
        expect(found, source).toBe(true)
      }
    }
    expect(dockerfile).toMatch(/^USER 65532:65532$/m)
  })
})

test('a render step of a promise workflow reports to the Promise', async () => {
  const context: RenderContext = {
    ...renderContext,
    type: 'promise',
    values: [{ ...plain, name: 'name', source: { kind: 'name' } }],
    status: { success: { message: '${name} is there', stage: 'x' }, failure: {} },
    templates: [{ path: 'a.yaml', text: 'kind: A\nname: ${name}\n' }],
  }
  const promise = {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: { name: 'redis' },
  }
  const rendered = renderStep(context, promise)
  if (!rendered.ok) throw new Error(rendered.reason)
  const folder = await buildStep(
    'promise',
    typescript.render(context),
    [{ path: 'resources/a.yaml', text: 'kind: A\nname: ${name}\n' }],
    { object: promise, files: rendered.files, status: { message: 'redis is there' } },
  )
  const broken = { ...promise, metadata: { name: 'Redis' } }
  const ran = await runStep(folder, broken, {}, context)
  expect(ran.code).toBe(1)
  const body = { status: { message: 'metadata.name is not a valid Kubernetes name: "Redis"' } }
  const path = '/apis/platform.kratix.io/v1alpha1/promises/redis/status'
  expect(ran.requests).toMatchObject([{ path, body }])
})

describe('the starting point of a custom step', () => {
  const custom = { ...step, container: 'own-words' }

  test('writes a ConfigMap for a request', async () => {
    const object = request({ size: 'large', 'a-b': null })
    const output = starterOutput(custom, {
      name: 'example',
      namespace: 'team-a',
      spec: { size: 'large' },
    })
    const folder = await buildStep('custom', typescript.custom(custom), [], {
      object,
      files: [{ path: output.path, documents: [output.document] }],
      status: output.status,
    })
    const ran = await runStep(folder, object)
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(documentsIn(ran.output)).toEqual({ [output.path]: [output.document] })
  })

  test('writes a ConfigMap for a Promise, with a name that is not too long', async () => {
    const long = {
      ...custom,
      type: 'promise' as const,
      container: `x${'y'.repeat(60)}`,
      promise: HOSTILE,
    }
    const object = {
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'Promise',
      metadata: { name: 'redis' },
    }
    const output = starterOutput(long, { name: 'redis', namespace: '', spec: {} })
    await buildStep('custom-promise', typescript.custom(long), [], {
      object,
      files: [{ path: output.path, documents: [output.document] }],
      status: output.status,
    })
  })

  test('cleans up nothing when a request of a Promise without an API goes', async () => {
    const context = { ...custom, action: 'delete' as const, api: undefined }
    const folder = await buildStep('custom-delete', typescript.custom(context), [], {
      object: request({}),
      files: [],
      status: undefined,
    })
    const ran = await runStep(folder, request({}), {}, context)
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toMatch(/team-a\/example/)
    expect(filesIn(ran.output)).toEqual({})
  })
})
