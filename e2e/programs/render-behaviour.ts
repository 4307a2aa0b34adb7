import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderStep } from '@/lib/render/render-step'
import type { GeneratedFile, Language, RenderContext } from '@/lib/scaffolds/scaffold'
import { type ApiRequest, statusOf } from './api-server'
import { caseFiles } from './case-files'
import { FAULTS, type Fault } from './faults'
import { redisRender, redisRequest, redisWithParts, testFiles } from './redis'
import { keptFolder, type Ran, workFolder } from './run'
import type { Runner } from './runner'
import {
  documentsIn,
  filesIn,
  kratixEnvironment,
  type RunFolders,
  runFolders,
  writeFiles,
} from './step-folder'

const object = { name: 'example-redis', namespace: 'default' }
const statusPath = '/apis/mygroup.org/v1alpha1/namespaces/default/redises/example-redis/status'

/** With a value that has no default, so that it can be missing. */
const step: RenderContext = {
  ...redisRender,
  values: [
    ...redisRender.values,
    {
      name: 'notes',
      source: { kind: 'spec', path: ['notes'] },
      type: 'string',
      default: undefined,
      map: undefined,
    },
  ],
}
const request = (spec: Readonly<Record<string, unknown>>) =>
  redisRequest({ notes: 'none', ...spec })

/** What every `render` program must do, in the order of the checklist; `runner` is there in tests. */
export function renderBehaviour({ label, render }: Language, runner: () => Runner): void {
  const filesOf = (context: RenderContext, input: unknown): readonly GeneratedFile[] => [
    ...render(context),
    ...context.templates.map(({ path, text }) => ({ path: `resources/${path}`, text })),
    ...testFiles(context, input),
  ]

  describe(`a render step in ${label}`, () => {
    const { path: folder, remove } = keptFolder()
    const scripts = join(folder, 'scripts')
    beforeAll(async () => {
      writeFiles(folder, filesOf(step, request({ size: 'large' })))
      await runner().make(scripts)
    })
    afterAll(remove)

    async function runIn(
      folders: RunFolders,
      env: Readonly<Record<string, string>> = {},
      at = folder,
    ): Promise<Ran & RunFolders & { readonly requests: readonly ApiRequest[] }> {
      const { server, start } = runner()
      const before = server.requests.length
      server.writeKubeconfig(folders.home)
      const ran = await start(join(at, 'scripts'), {
        ...kratixEnvironment(step, folders, object, join(at, 'resources')),
        KRATIX_API_SERVER: server.url,
        ...env,
      })
      return { ...ran, ...folders, requests: server.requests.slice(before) }
    }
    const runOn = (input: unknown, env: Readonly<Record<string, string>> = {}) =>
      runIn(runFolders(workFolder(), input), env)

    test('passes the checks and tests that it comes with, on every case', async () => {
      const { check } = runner()
      const input = request({ size: 'small' })
      const rendered = renderStep(step, input)
      if (!rendered.ok) throw new Error(rendered.reason)
      const { files, status } = rendered
      writeFiles(folder, caseFiles({ object: input, files, status }, 'tests/a small one'))
      await check(scripts, 2)
      // What a case expects is looked at: nothing else of it is wrong.
      writeFiles(folder, caseFiles({ object: input, files: [], status }, 'tests/wrong'))
      await expect(check(scripts, 3)).rejects.toThrow('wrong')
      rmSync(join(folder, 'tests/wrong'), { recursive: true })
    })

    test('passes them with conditions, destinations and components, too', async () => {
      const { make, check } = runner()
      const own = workFolder()
      const scripts = join(own, 'scripts')
      writeFiles(own, filesOf(redisWithParts, redisRequest({ size: 'large', notes: 'blue' })))
      const input = redisRequest({ size: 'small' })
      const rendered = renderStep(redisWithParts, input)
      if (!rendered.ok) throw new Error(rendered.reason)
      // Of three templates and two selectors one each.
      expect([rendered.files.length, rendered.destinations.length]).toEqual([1, 1])
      writeFiles(own, caseFiles({ object: input, ...rendered }, 'tests/a small one'))
      await make(scripts)
      await check(scripts, 2)

      // What an earlier container has left at fault, or an output that is blocked, leaves nothing new.
      const earlier: readonly (readonly [name: string, text: string, told: RegExp])[] = [
        ['destination-selectors.yaml', 'a: map\n', /destination-selectors\.yaml/],
        ['destination-selectors.yaml', '- [\n', /^error: .+/m],
        ['status.yaml', '- a list\n', /status\.yaml/],
      ]
      for (const [path, text, told] of earlier) {
        const folders = runFolders(workFolder(), input)
        writeFiles(folders.metadata, [{ path, text }])
        const ran = await runIn(folders, {}, own)
        expect(ran).toMatchObject({ code: 1, stderr: expect.stringMatching(told) })
        expect(filesIn(folders.output)).toEqual({})
        expect(filesIn(folders.metadata)).toEqual({ [path]: text })
      }
      const folders = runFolders(workFolder(), input)
      writeFiles(folders.home, [{ path: 'blocked', text: '' }])
      const blocked = { KRATIX_OUTPUT_DIR: join(folders.home, 'blocked/x') }
      expect(await runIn(folders, blocked, own)).toMatchObject({ code: 1 })
      expect(filesIn(folders.metadata)).toEqual({})
      expect(await runIn(runFolders(workFolder(), input), {}, own)).toMatchObject({ code: 0 })
    })

    test('fills the templates as the engine does, and reports it', async () => {
      const expected = renderStep(step, request({ size: 'large' }))
      const ran = await runOn(request({ size: 'large' }))
      expect(ran).toMatchObject({ code: 0, stderr: '', requests: [] })
      const files = expected.ok ? expected.files.map((file) => [file.path, file.documents]) : []
      expect(files).toHaveLength(1)
      expect(documentsIn(ran.output)).toEqual(Object.fromEntries(files))
      expect(documentsIn(ran.metadata)).toEqual({ 'status.yaml': [expected.status] })
    })

    test('writes the same bytes again, and keeps what other containers report', async () => {
      const folders = runFolders(workFolder(), request({}))
      const earlier =
        'stage: earlier\nhost: "1e3"\nodd: "\\u2028\\x7F"\nnested: {list: [1, 0.5, null, "12e45678"]}\n'
      writeFiles(folders.metadata, [{ path: 'status.yaml', text: earlier }])
      expect(await runIn(folders)).toMatchObject({ code: 0 })
      const first = [filesIn(folders.output), filesIn(folders.metadata)]
      expect(documentsIn(folders.metadata)['status.yaml']).toEqual([
        {
          stage: 'provisioning',
          host: '1e3',
          odd: '\u2028\u007f',
          nested: { list: [1, 0.5, null, '12e45678'] },
          message: 'Redis example-redis has 1 replicas',
          reason: '',
        },
      ])
      for (const quoted of ['"1e3"', '"12e45678"']) {
        expect(first[1]?.['status.yaml']).toContain(quoted)
      }
      await runIn(folders)
      expect([filesIn(folders.output), filesIn(folders.metadata)]).toEqual(first)
    })

    test('refuses what is not allowed, says so in the status, and writes nothing', async () => {
      const ran = await runOn(request({ size: 'huge' }))
      const reason = 'spec.size is "huge", which is not allowed; allowed values: "small", "large"'
      expect(ran).toMatchObject({ code: 1, stderr: `error: ${reason}\n` })
      const body = { status: { stage: 'provisioning error', message: reason, reason } }
      const contentType = 'application/merge-patch+json'
      expect(ran.requests).toEqual([{ method: 'PATCH', path: statusPath, contentType, body }])
      expect([filesIn(ran.output), filesIn(ran.metadata)]).toEqual([{}, {}])
    })

    const faults: readonly Fault[] = [
      ...FAULTS,
      {
        title: 'a field without a default that is missing',
        input: redisRequest({ size: 'small' }),
        told: /^error: spec\.notes is missing and has no default\n/,
      },
      {
        title: 'a field of the wrong type',
        input: request({ size: 3 }),
        told: /^error: spec\.size must be a string, not 3\n/,
      },
      {
        title: 'a list where a string should be',
        input: request({ notes: ['x'] }),
        told: /^error: spec\.notes must be a string, not a list\n/,
      },
      {
        title: 'resources that are not there',
        env: { RESOURCES_DIR: '/nowhere/at/all' },
        told: /^error: [\s\S]*\/nowhere\/at\/all/m,
      },
    ]
    test.each(faults)('fails over $title, and says so in the status', async (fault) => {
      const { input, env = {}, told, partial } = fault
      const folders = runFolders(workFolder(), input ?? request({}))
      const ran = await runIn(folders, typeof env === 'function' ? env(folders) : env)
      expect(ran.code).toBe(1)
      expect(ran.stderr).toMatch(told)
      expect(ran.requests).toMatchObject([
        { method: 'PATCH', path: statusPath, body: { status: { stage: 'provisioning error' } } },
      ])
      const status = statusOf(ran.requests[0])
      expect(ran.stderr).toContain(`error: ${status.reason}\n`)
      expect(partial === 'any' ? [] : Object.keys(filesIn(folders.output))).toEqual([])
      expect(filesIn(folders.metadata)).toEqual({})
    })

    test.each([403, 404, 500])(
      'keeps the first error in sight when the API server answers %i to the status',
      async (code) => {
        const { server } = runner()
        server.refuse(code)
        try {
          const ran = await runOn(request({ size: 'huge' }))
          expect(ran.code).toBe(1)
          expect(ran.stderr).toMatch(
            /^error: spec\.size is "huge".*\n[\s\S]*error: the failure status could not be published/,
          )
          expect([filesIn(ran.output), filesIn(ran.metadata)]).toEqual([{}, {}])
        } finally {
          server.refuse(0)
        }
      },
    )

    test('keeps the first error in sight when there is no API server', async () => {
      const folders = runFolders(workFolder(), request({ size: 'huge' }))
      const ran = await runIn(folders, { KRATIX_API_SERVER: '', HOME: folders.input })
      expect(ran).toMatchObject({ code: 1, requests: [] })
      expect(ran.stderr).toMatch(
        /^error: spec\.size is "huge".*\n[\s\S]*error: the failure status could not be published/,
      )
    })

    test('publishes nothing in a dry run, and serves no other workflow', async () => {
      const dry = await runOn(request({ size: 'huge' }), { KRATIX_DRY_RUN: 'true' })
      expect(dry).toMatchObject({ code: 1, requests: [] })
      const other = await runOn(request({}), { KRATIX_WORKFLOW_ACTION: 'delete' })
      expect(other.code).toBe(1)
      expect(other.stderr).toContain('serves the workflow resource/configure, not resource/delete')
    })
  })

  test(`a render step in ${label} reports to the Promise itself, the message alone`, async () => {
    const context: RenderContext = {
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
    const { server, make, check, start } = runner()
    const folder = workFolder()
    const scripts = join(folder, 'scripts')
    writeFiles(folder, filesOf(context, promise))
    await check(scripts, 1)
    await make(scripts)
    const folders = runFolders(workFolder(), promise)
    server.writeKubeconfig(folders.home)
    const resources = join(folder, 'resources')
    const env = {
      ...kratixEnvironment(context, folders, { name: 'redis', namespace: '' }, resources),
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
    expect(Object.keys(statusOf(server.requests[before]))).toEqual(['message'])
  })
}
