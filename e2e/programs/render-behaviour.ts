import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderStep } from '@/lib/render/render-step'
import type { GeneratedFile, Language, RenderContext } from '@/lib/scaffolds/scaffold'
import type { ApiRequest, FakeApiServer } from './api-server'
import { redisRender, redisRequest, testFiles } from './redis'
import { keptFolder, type Ran, workFolder } from './run'
import {
  documentsIn,
  filesIn,
  kratixEnvironment,
  type RunFolders,
  runFolders,
  writeFiles,
} from './step-folder'

/** How to run the programs of a language that needs no compiling. */
export interface Runner {
  readonly server: FakeApiServer
  /** Runs what the user would run in a step's `scripts/`: the checks and tests of the program. */
  check(scripts: string): Promise<void>
  start(scripts: string, env: Readonly<Record<string, string>>): Promise<Ran>
}

const object = { name: 'example-redis', namespace: 'default' }
const statusPath = '/apis/mygroup.org/v1alpha1/namespaces/default/redises/example-redis/status'

/** What every `render` program must do, in the order of the checklist; `runner` is there in tests. */
export function renderBehaviour({ label, render }: Language, runner: () => Runner): void {
  const filesOf = (step: RenderContext, request: unknown): readonly GeneratedFile[] => [
    ...render(step),
    ...step.templates.map(({ path, text }) => ({ path: `resources/${path}`, text })),
    ...testFiles(step, request),
  ]

  describe(`a render step in ${label}`, () => {
    const { path: folder, remove } = keptFolder()
    const scripts = join(folder, 'scripts')
    beforeAll(() => writeFiles(folder, filesOf(redisRender, redisRequest({ size: 'large' }))))
    afterAll(remove)

    async function runIn(
      folders: RunFolders,
      env: Readonly<Record<string, string>> = {},
    ): Promise<Ran & RunFolders & { readonly requests: readonly ApiRequest[] }> {
      const { server, start } = runner()
      const before = server.requests.length
      const ran = await start(scripts, {
        ...kratixEnvironment(redisRender, folders, object, join(folder, 'resources')),
        KRATIX_API_SERVER: server.url,
        ...env,
      })
      return { ...ran, ...folders, requests: server.requests.slice(before) }
    }
    const runOn = (input: unknown, env: Readonly<Record<string, string>> = {}) =>
      runIn(runFolders(workFolder(), input), env)

    test('passes the checks and tests that it comes with', () => runner().check(scripts))

    test('fills the templates as the engine does, and reports it', async () => {
      const expected = renderStep(redisRender, redisRequest({ size: 'large' }))
      const ran = await runOn(redisRequest({ size: 'large' }))
      expect(ran).toMatchObject({ code: 0, stderr: '', requests: [] })
      const files = expected.ok ? expected.files.map((file) => [file.path, file.documents]) : []
      expect(files).toHaveLength(1)
      expect(documentsIn(ran.output)).toEqual(Object.fromEntries(files))
      expect(documentsIn(ran.metadata)).toEqual({ 'status.yaml': [expected.status] })
    })

    test('writes the same bytes again, and keeps what other containers report', async () => {
      const folders = runFolders(workFolder(), redisRequest({}))
      const earlier = 'stage: earlier\nhost: "1e3"\nodd: "\\u2028\\x7F"\n'
      writeFiles(folders.metadata, [{ path: 'status.yaml', text: earlier }])
      expect(await runIn(folders)).toMatchObject({ code: 0 })
      const first = [filesIn(folders.output), filesIn(folders.metadata)]
      expect(documentsIn(folders.metadata)['status.yaml']).toEqual([
        {
          stage: 'provisioning',
          host: '1e3',
          odd: '\u2028\u007f',
          message: 'Redis example-redis has 1 replicas',
          reason: '',
        },
      ])
      expect(first[1]?.['status.yaml']).toContain('"1e3"')
      await runIn(folders)
      expect([filesIn(folders.output), filesIn(folders.metadata)]).toEqual(first)
    })

    test('refuses what is not allowed, says so in the status, and writes nothing', async () => {
      const ran = await runOn(redisRequest({ size: 'huge' }))
      const reason = 'spec.size is "huge", which is not allowed; allowed values: "small", "large"'
      expect(ran).toMatchObject({ code: 1, stderr: `error: ${reason}\n` })
      const body = { status: { stage: 'provisioning error', message: reason, reason } }
      const contentType = 'application/merge-patch+json'
      expect(ran.requests).toEqual([{ method: 'PATCH', path: statusPath, contentType, body }])
      expect([filesIn(ran.output), filesIn(ran.metadata)]).toEqual([{}, {}])
      const typed = await runOn(redisRequest({ size: 3 }))
      expect(typed.stderr).toBe('error: spec.size must be a string, not 3\n')
    })

    test('names the object by its environment when the input cannot be read', async () => {
      const ran = await runOn('kind: [\n')
      expect(ran.code).toBe(1)
      expect(ran.stderr).toMatch(/^error: cannot read the input: .*line/)
      expect(ran.requests.map(({ path }) => path)).toEqual([statusPath])
      expect(filesIn(ran.output)).toEqual({})
    })

    test('tells that it cannot write, and reports no success then', async () => {
      const blocked = join(workFolder(), 'blocked')
      writeFileSync(blocked, '')
      const ran = await runOn(redisRequest({}), { KRATIX_OUTPUT_DIR: join(blocked, 'x') })
      expect(ran).toMatchObject({ code: 1, requests: [{ method: 'PATCH' }] })
      expect(ran.stderr).toMatch(/Not a directory/)
      expect(filesIn(ran.metadata)).toEqual({})
    })

    test('tells that there are no resources, instead of writing nothing', async () => {
      const ran = await runOn(redisRequest({}), { RESOURCES_DIR: join(folder, 'nowhere') })
      expect(ran.code).toBe(1)
      expect(ran.stderr).toContain('nowhere')
      expect(filesIn(ran.metadata)).toEqual({})
    })

    test('keeps the first error in sight when the status cannot be published', async () => {
      const { server } = runner()
      server.refuse(403)
      try {
        const ran = await runOn(redisRequest({ size: 'huge' }))
        expect(ran.code).toBe(1)
        expect(ran.stderr).toMatch(
          /^error: spec\.size is "huge".*\n[\s\S]*error: the failure status could not be published/,
        )
      } finally {
        server.refuse(0)
      }
    })

    test('publishes nothing in a dry run, and serves no other workflow', async () => {
      const dry = await runOn(redisRequest({ size: 'huge' }), { KRATIX_DRY_RUN: 'true' })
      expect(dry).toMatchObject({ code: 1, requests: [] })
      const other = await runOn(redisRequest({}), { KRATIX_WORKFLOW_ACTION: 'delete' })
      expect(other.code).toBe(1)
      expect(other.stderr).toContain('serves the workflow resource/configure, not resource/delete')
    })
  })

  test(`a render step in ${label} reports to the Promise itself, the message alone`, async () => {
    const step: RenderContext = {
      ...redisRender,
      key: 'promise/configure/setup/render',
      type: 'promise',
      values: redisRender.values.slice(0, 1),
      status: { success: { message: '${name} is set up' }, failure: { stage: 'dropped' } },
      templates: [{ path: 'ns.yaml', text: 'kind: Namespace\nmetadata: {name: "${name}"}\n' }],
    }
    const promise = {
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'Promise',
      metadata: { name: 'redis' },
    }
    const { server, check, start } = runner()
    const folder = workFolder()
    const scripts = join(folder, 'scripts')
    mkdirSync(scripts)
    writeFiles(folder, filesOf(step, promise))
    await check(scripts)
    const folders = runFolders(workFolder(), promise)
    const resources = join(folder, 'resources')
    const env = {
      ...kratixEnvironment(step, folders, { name: 'redis', namespace: '' }, resources),
      KRATIX_API_SERVER: server.url,
    }
    expect(await start(scripts, env)).toMatchObject({ code: 0, stderr: '' })
    expect(documentsIn(folders.output)).toEqual({
      'ns-redis.yaml': [{ kind: 'Namespace', metadata: { name: 'redis' } }],
    })
    expect(documentsIn(folders.metadata)).toEqual({
      'status.yaml': [{ message: 'redis is set up' }],
    })

    const before = server.requests.length
    const broken = runFolders(workFolder(), 'a list: no\n- x\n')
    const failed = await start(scripts, { ...env, KRATIX_INPUT_DIR: broken.input })
    expect(failed.code).toBe(1)
    expect(server.requests.slice(before)).toMatchObject([
      { method: 'PATCH', path: '/apis/platform.kratix.io/v1alpha1/promises/redis/status' },
    ])
    const body = server.requests[before]?.body as { status: object }
    expect(Object.keys(body.status)).toEqual(['message'])
  })
}
