import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '@/lib/scaffolds/scaffold'
import { type ApiRequest, statusOf } from './api-server'
import { caseFiles } from './case-files'
import { FAULTS } from './faults'
import { keptFolder, type Ran, workFolder } from './run'
import type { Runner } from './runner'
import { STARTERS, type Starter } from './starter-cases'
import {
  documentsIn,
  filesIn,
  kratixEnvironment,
  type RunFolders,
  runFolders,
  writeFiles,
} from './step-folder'

/** What the starting point of every `custom` step must do; `runner` is there in tests. */
export function starterBehaviour({ label, custom }: Language, runner: () => Runner): void {
  function writeStep(folder: string, { step, stepCase }: Starter): string {
    writeFiles(folder, [
      ...custom(step),
      ...caseFiles(stepCase),
      ...caseFiles(stepCase, 'tests/again'),
      { path: 'resources/.gitkeep', text: '' },
    ])
    return join(folder, 'scripts')
  }

  async function runIn(
    scripts: string,
    { step }: Starter,
    folders: RunFolders,
    env: Readonly<Record<string, string>> = {},
  ): Promise<Ran & RunFolders & { readonly requests: readonly ApiRequest[] }> {
    const { server, start } = runner()
    const before = server.requests.length
    server.writeKubeconfig(folders.home)
    const name = step.type === 'promise' ? 'redis' : 'example'
    const ran = await start(scripts, {
      ...kratixEnvironment(step, folders, { name, namespace: 'team-a' }),
      KRATIX_API_SERVER: server.url,
      KRATIX_PROMISE_NAME: 'redis', // the hostile ones hold what no environment can
      ...env,
    })
    return { ...folders, ...ran, requests: server.requests.slice(before) }
  }

  describe(`the starting point of a step in ${label}`, () => {
    test.each(STARTERS)(
      'builds, passes its tests and does what is expected: $title',
      async (starter) => {
        const scripts = writeStep(workFolder(), starter)
        const { make, check } = runner()
        await check(scripts, 2)
        await make(scripts)
        const { step, stepCase } = starter
        const ran = await runIn(scripts, starter, runFolders(workFolder(), stepCase.object))
        expect(ran).toMatchObject({ code: 0, stderr: '', requests: [] })
        const files = stepCase.files.map(({ path, documents }) => [path, documents])
        expect(documentsIn(ran.output)).toEqual(Object.fromEntries(files))
        expect(documentsIn(ran.metadata)).toEqual(
          stepCase.status === undefined ? {} : { 'status.yaml': [stepCase.status] },
        )
        if (step.action === 'delete') expect(ran.stdout).toMatch(/cleaning up what belongs to/)
      },
    )

    describe('when something goes wrong', () => {
      const { path: folder, remove } = keptFolder()
      const [starter, , ofPromise] = STARTERS
      const scripts = { request: '', promise: '' }
      beforeAll(async () => {
        scripts.request = writeStep(join(folder, 'request'), starter)
        await runner().make(scripts.request)
        scripts.promise = writeStep(join(folder, 'promise'), ofPromise)
        await runner().make(scripts.promise)
      })
      afterAll(remove)

      const runOn = (input: unknown, env: Readonly<Record<string, string>> = {}) =>
        runIn(scripts.request, starter, runFolders(workFolder(), input), env)

      test.each(FAULTS)('fails over $title, and says so in the status', async (fault) => {
        const { input, env = {}, told, partial } = fault
        const folders = runFolders(workFolder(), input ?? starter.object)
        const variables = typeof env === 'function' ? env(folders) : env
        const ran = await runIn(scripts.request, starter, folders, variables)
        expect(ran.code).toBe(1)
        expect(ran.stderr).toMatch(told)
        expect(ran.requests).toMatchObject([
          {
            method: 'PATCH',
            path: starter.statusPath,
            contentType: 'application/merge-patch+json',
            body: { status: { stage: 'failed' } },
          },
        ])
        const status = statusOf(ran.requests[0])
        expect(ran.stderr).toContain(`error: ${status.reason}\n`)
        expect(status.message).toBe(status.reason)
        expect(partial !== undefined ? [] : Object.keys(filesIn(folders.output))).toEqual([])
        expect(filesIn(folders.metadata)).toEqual({})
      })

      test('keeps the first error in sight when the API server refuses the status', async () => {
        const { server } = runner()
        server.refuse(403)
        try {
          const refused = await runOn('kind: [\n')
          expect(refused.code).toBe(1)
          expect(refused.stderr).toMatch(
            /^error: cannot read[\s\S]*\nerror: the failure status could not be published/,
          )
        } finally {
          server.refuse(0)
        }
      })

      test('says the message alone to the Promise itself', async () => {
        const told = await runIn(scripts.promise, ofPromise, runFolders(workFolder(), 'kind: [\n'))
        expect(told.requests.map(({ path }) => path)).toEqual([ofPromise.statusPath])
        const status = statusOf(told.requests[0])
        expect(Object.keys(status)).toEqual(['message'])
      })

      test('publishes nothing in a dry run, and serves no other workflow', async () => {
        const dry = await runOn('kind: [\n', { KRATIX_DRY_RUN: 'true' })
        expect(dry).toMatchObject({ code: 1, requests: [] })
        const other = await runOn(starter.object, { KRATIX_WORKFLOW_TYPE: 'promise' })
        expect(other.code).toBe(1)
        expect(other.stderr).toMatch(
          /serves the workflow resource\/configure, not promise\/configure/,
        )
      })
    })
  })
}
