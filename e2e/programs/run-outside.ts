import { join } from 'node:path'
import { expect } from 'vitest'
import { isRecord } from '@/lib/promise/path'
import type { FakeApiServer } from './api-server'
import { run } from './run'
import { filesIn, runFolders } from './step-folder'

// What a generated program of the Redis repository does outside of the page, to be held against it.

export const RENDER = 'resource/configure/instance/render'
export const OWN = 'resource/configure/announce/own'
/** The step `own`, for the settings of the repository. */
export const own = { type: 'resource', action: 'configure', pipeline: 'announce', container: 'own' }

export const STATUS_PATH = '/apis/mygroup.org/v1alpha1/namespaces/team-a/redises/cache/status'

/** The variables that Kratix sets for a step of a request. */
export const kratixVariables = (step: string) => ({
  ...{ KRATIX_WORKFLOW_TYPE: 'resource', KRATIX_WORKFLOW_ACTION: 'configure' },
  ...{ KRATIX_PROMISE_NAME: 'redis', KRATIX_PIPELINE_NAME: step.split('/')[2] ?? '' },
  ...{ KRATIX_OBJECT_GROUP: 'mygroup.org', KRATIX_OBJECT_VERSION: 'v1alpha1' },
  ...{ KRATIX_OBJECT_KIND: 'Redis', KRATIX_OBJECT_NAME: 'cache' },
  ...{ KRATIX_OBJECT_NAMESPACE: 'team-a', KRATIX_CRD_PLURAL: 'redises' },
})

export interface OutsideRun {
  readonly server: FakeApiServer
  /** Folder of the checked-out repository. */
  readonly repository: string
  readonly step: string
  /** What stands in object.yaml. */
  readonly input: string
  /** Folder for its volumes. */
  readonly folder: string
  readonly command: string
  /** Path of the program below `scripts/`. */
  readonly program: string
  readonly more?: Readonly<Record<string, string>>
}

/** Runs the program of a step by its own interpreter, and gives all that it leaves. */
export async function runOutside(given: OutsideRun) {
  const { server, repository, step, input, folder, command, program, more } = given
  const at = join(repository, 'workflows', step)
  const folders = runFolders(folder, input)
  const before = server.requests.length
  const ran = await run(command, [join(at, 'scripts', program)], {
    env: {
      ...kratixVariables(step),
      ...{ HOME: folders.home, KRATIX_API_SERVER: server.url },
      ...{ KRATIX_INPUT_DIR: folders.input, KRATIX_OUTPUT_DIR: folders.output },
      ...{ KRATIX_METADATA_DIR: folders.metadata, RESOURCES_DIR: join(at, 'resources') },
      ...more,
    },
  })
  const requests = server.requests.slice(before)
  expect(requests.every(({ path }) => path === STATUS_PATH)).toBe(true)
  return {
    code: ran.code,
    log: `${ran.stdout}${ran.stderr}`.split('\n').filter((line) => line !== ''),
    output: filesIn(folders.output),
    metadata: filesIn(folders.metadata),
    published: requests.map(({ body }) => isRecord(body) && body.status),
  }
}
