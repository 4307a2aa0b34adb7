import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FakeApiServer, startFakeApiServer } from '@/e2e/programs/fake-api-server'
import { type Environment, type Finished, mustRun, run } from '@/e2e/programs/process'
import {
  caseFiles,
  documentsIn,
  runFolders,
  type StepCase,
  temporaryFolder,
  textsIn,
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

let root: Awaited<ReturnType<typeof temporaryFolder>>
let server: FakeApiServer
let modules = ''

beforeAll(async () => {
  root = await temporaryFolder()
  server = await startFakeApiServer()
  // All steps have the same locked packages: one installation serves every test.
  const folder = join(root.path, 'install')
  await writeFiles(folder, typescript.custom(step))
  await mustRun('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: join(folder, 'scripts'),
  })
  modules = join(folder, 'scripts/node_modules')
})

afterAll(async () => {
  await server?.close()
  await root?.remove()
})

/** A step in a folder of its own, compiled and tested as its user would. */
async function buildStep(
  name: string,
  files: readonly GeneratedFile[],
  resources: readonly GeneratedFile[],
  stepCase: StepCase,
): Promise<string> {
  const folder = join(root.path, name)
  await mkdir(join(folder, 'resources'), { recursive: true })
  await writeFiles(folder, [...files, ...resources, ...caseFiles(stepCase)])
  await symlink(modules, join(folder, 'scripts/node_modules'))
  const tested = await mustRun('npm', ['test'], { cwd: join(folder, 'scripts') })
  expect(tested.stdout).toMatch(/# pass 3/)
  return folder
}

interface Ran extends Finished {
  readonly output: string
  readonly metadata: string
}

let runs = 0

async function runStep(folder: string, object: unknown, env: Environment = {}): Promise<Ran> {
  server.patches.length = 0
  const folders = await runFolders(join(root.path, `run-${runs++}`), object)
  return { ...folders, ...(await start(folder, { ...folders.env, ...env })) }
}

function start(folder: string, env: Environment): Promise<Finished> {
  return run('node', [join(folder, 'scripts/dist/pipeline.js')], {
    env: {
      RESOURCES_DIR: join(folder, 'resources'),
      KRATIX_API_SERVER: server.url,
      KRATIX_WORKFLOW_TYPE: 'resource',
      KRATIX_WORKFLOW_ACTION: 'configure',
      KRATIX_OBJECT_GROUP: 'mygroup.org',
      KRATIX_OBJECT_VERSION: 'v1alpha1',
      KRATIX_OBJECT_KIND: 'Redis',
      KRATIX_OBJECT_NAME: 'example',
      KRATIX_OBJECT_NAMESPACE: 'team-a',
      KRATIX_CRD_PLURAL: 'redises',
      ...env,
    },
  })
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
      typescript.render?.(renderContext) ?? [],
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
    expect(await documentsIn(ran.output)).toEqual(Object.fromEntries(files))
    expect((await documentsIn(ran.metadata))['status.yaml']).toEqual([rendered.status])
    expect(server.patches).toEqual([])
  })

  test('writes the same bytes again', async () => {
    const folders = await runFolders(join(root.path, 'twice'), request({ size: 'small' }))
    expect((await start(folder, folders.env)).code).toBe(0)
    const first = [await textsIn(folders.output), await textsIn(folders.metadata)]
    expect((await start(folder, folders.env)).code).toBe(0)
    expect([await textsIn(folders.output), await textsIn(folders.metadata)]).toEqual(first)
  })

  test('refuses a size that is not allowed, and says so in the status', async () => {
    const ran = await runStep(folder, request({ size: 'huge' }))
    const reason = 'spec.size is "huge", which is not allowed; allowed values: "small", "large"'
    expect(ran).toMatchObject({ code: 1, stderr: `error: ${reason}\n` })
    expect(server.patches).toEqual([
      {
        method: 'PATCH',
        path: statusPath,
        contentType: 'application/merge-patch+json',
        body: { status: expected({ size: 'huge' }).status },
      },
    ])
    expect(await textsIn(ran.output)).toEqual({})
    expect(await textsIn(ran.metadata)).toEqual({})
  })

  test('names the object by its environment when the input cannot be read', async () => {
    const ran = await runStep(folder, 'kind: [\n')
    expect(ran.code).toBe(1)
    expect(ran.stderr).toMatch(/^error: cannot read the input: .* line 2/)
    expect(server.patches.map(({ path }) => path)).toEqual([statusPath])
  })

  test('tells that it cannot write', async () => {
    const folders = await runFolders(join(root.path, 'unwritable'), request({ size: 'small' }))
    const blocked = join(root.path, 'unwritable/blocked')
    await writeFile(blocked, '')
    server.patches.length = 0
    const ran = await start(folder, { ...folders.env, KRATIX_OUTPUT_DIR: join(blocked, 'x') })
    expect(ran.code).toBe(1)
    expect(ran.stderr).toMatch(/ENOTDIR/)
    expect(server.patches).toHaveLength(1)
    expect(await textsIn(folders.metadata)).toEqual({})
  })

  test('keeps the first error in sight when the status cannot be published', async () => {
    server.answer = 403
    try {
      const ran = await runStep(folder, request({ size: 'huge' }))
      expect(ran.code).toBe(1)
      expect(ran.stderr).toMatch(
        /^error: spec\.size is "huge".*\nerror: the failure status could not be published: .*403 refused by the test\n$/,
      )
    } finally {
      server.answer = 200
    }
    const alone = await runStep(folder, request({ size: 'huge' }), { KRATIX_API_SERVER: '' })
    expect(alone.stderr).toMatch(/not in a cluster/)
  })

  test('publishes nothing in a dry run', async () => {
    const ran = await runStep(folder, request({ size: 'huge' }), { KRATIX_DRY_RUN: 'true' })
    expect(ran.code).toBe(1)
    expect(server.patches).toEqual([])
  })

  test('serves no other workflow', async () => {
    const ran = await runStep(folder, request({}), { KRATIX_WORKFLOW_ACTION: 'delete' })
    expect(ran.stderr).toMatch(/serves the workflow resource\/configure, not resource\/delete/)
    expect(ran.code).toBe(1)
  })

  test('has a non-root image that holds only what it names', async () => {
    await chmod(join(folder, 'resources'), 0o755)
    const texts = await textsIn(folder)
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
    typescript.render?.(context) ?? [],
    [{ path: 'resources/a.yaml', text: 'kind: A\nname: ${name}\n' }],
    { object: promise, files: rendered.files, status: { message: 'redis is there' } },
  )
  const env = {
    KRATIX_WORKFLOW_TYPE: 'promise',
    KRATIX_OBJECT_GROUP: 'platform.kratix.io',
    KRATIX_OBJECT_KIND: 'Promise',
    KRATIX_OBJECT_NAME: 'redis',
    KRATIX_OBJECT_NAMESPACE: '',
    KRATIX_CRD_PLURAL: 'promises',
  }
  const broken = { ...promise, metadata: { name: 'Redis' } }
  expect((await runStep(folder, broken, env)).code).toBe(1)
  const body = { status: { message: 'metadata.name is not a valid Kubernetes name: "Redis"' } }
  const path = '/apis/platform.kratix.io/v1alpha1/promises/redis/status'
  expect(server.patches).toMatchObject([{ path, body }])
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
    expect(await documentsIn(ran.output)).toEqual({ [output.path]: [output.document] })
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

  test('cleans up nothing when a request goes, without an API or with one', async () => {
    for (const [index, schema] of [undefined, api].entries()) {
      const context = { ...custom, action: 'delete' as const, api: schema }
      const folder = await buildStep(`custom-delete-${index}`, typescript.custom(context), [], {
        object: request({}),
        files: [],
        status: undefined,
      })
      const ran = await runStep(folder, request({}), { KRATIX_WORKFLOW_ACTION: 'delete' })
      expect(ran).toMatchObject({ code: 0, stderr: '' })
      expect(ran.stdout).toMatch(/team-a\/example/)
      expect(await textsIn(ran.output)).toEqual({})
    }
  })
})
