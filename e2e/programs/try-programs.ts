import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Files } from '@/lib/promise/files'
import type { StepKey } from '@/lib/promise/workflows'
import { unzipped } from './checkout'
import { describeWith } from './describe-with'
import { keptFolder, run, workFolder } from './run'
import { documentsIn, filesIn, runFolders } from './step-folder'
import type { Toolchain } from './toolchains'

/** Downloads a design, builds these steps of it, and holds them to their own `tests/`. */
export function tryPrograms(
  name: string,
  files: Files,
  { tools, make }: Toolchain,
  steps: readonly { readonly key: StepKey }[],
): void {
  describeWith(['unzip', ...tools], `the programs in the download of ${name}`, () => {
    const { path: folder, remove } = keptFolder()
    let repository = ''
    let first = ''
    beforeAll(async () => {
      repository = await unzipped(folder, files)
      first = join(repository, 'workflows', steps[0]?.key ?? '', 'scripts')
    })
    afterAll(remove)

    test.each(steps)('make of tests/object.yaml what $key expects', async ({ key }) => {
      const step = join(repository, 'workflows', key)
      sharePackages(first, join(step, 'scripts'))
      const [command, ...args] = await make(join(step, 'scripts'))
      const work = workFolder()
      const object = readFileSync(join(step, 'tests/object.yaml'), 'utf8')
      const folders = runFolders(work, object)
      const [type = '', action = '', pipeline = ''] = key.split('/')
      const ran = await run(command, args, {
        env: {
          HOME: folders.home,
          KUBERNETES_SERVICE_HOST: '',
          KRATIX_INPUT_DIR: folders.input,
          KRATIX_OUTPUT_DIR: folders.output,
          KRATIX_METADATA_DIR: folders.metadata,
          RESOURCES_DIR: join(step, 'resources'),
          KRATIX_WORKFLOW_TYPE: type,
          KRATIX_WORKFLOW_ACTION: action,
          KRATIX_PROMISE_NAME: 'redis',
          KRATIX_PIPELINE_NAME: pipeline,
        },
      })
      expect(ran.code, ran.stderr).toBe(0)
      expect(documentsIn(folders.output)).toEqual(expectations(join(step, 'tests/expected-output')))
      expect(documentsIn(folders.metadata)).toEqual(
        expectations(join(step, 'tests/expected-metadata')),
      )
    })
  })
}

/** Steps of a language have the same locked packages: they are installed for the first alone. */
function sharePackages(first: string, scripts: string): void {
  for (const packages of ['node_modules', '.venv']) {
    const installed = join(first, packages)
    if (scripts !== first && existsSync(installed)) symlinkSync(installed, join(scripts, packages))
  }
}

/** The documents of an expectation; a folder that only `.gitkeep` keeps expects nothing. */
function expectations(folder: string): Record<string, unknown[]> {
  expect(existsSync(folder), folder).toBe(true)
  if (Object.keys(filesIn(folder)).join() === '.gitkeep') return {}
  return documentsIn(folder)
}
