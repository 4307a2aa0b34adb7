import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { redisFiles } from '@/lib/build/testing'
import { pythonCallOf, runPythonHere } from '@/lib/sandbox/testing-python'
import { type FakeApiServer, startApiServer } from './api-server'
import { unzipped } from './checkout'
import { describeWith } from './describe-with'
import { keptFolder } from './run'
import { kratixVariables, OWN, own, RENDER, runOutside, STATUS_PATH } from './run-outside'
import { filesIn } from './step-folder'
import { TOOLCHAINS } from './toolchains'

// The interpreter of Try it against Python itself with the packages of the image: the same program on
// the same input leaves the same files, exit code, log and status.

const request = (size: string, name = 'cache') => `apiVersion: mygroup.org/v1alpha1
kind: Redis
metadata: {name: ${name}, namespace: team-a}
spec: {size: ${size}}
`

describeWith(['unzip', 'python3'], 'Python in the page and Python', () => {
  const { path: folder, remove } = keptFolder()
  let server: FakeApiServer
  let repository = ''
  let command: readonly string[] = []

  beforeAll(async () => {
    server = await startApiServer()
    const files = redisFiles('python', [
      { ...own, settings: { kind: 'custom', language: 'python' } },
    ])
    repository = await unzipped(join(folder, 'generated'), files)
    command = await TOOLCHAINS.python.make(join(repository, 'workflows', RENDER, 'scripts'))
  })
  afterAll(async () => {
    await server?.close()
    remove()
  })

  const byPython = (step: string, input: string) =>
    runOutside({
      ...{ server, repository, step, input, folder: join(folder, 'run') },
      ...{ command: command[0] ?? '', program: 'pipeline.py', more: { PYTHONUTF8: '1' } },
    })

  async function byPage(step: string, input: string) {
    const at = join(repository, 'workflows', step)
    const names = Object.keys(filesIn(join(at, 'resources'))).filter((name) => name !== '.gitkeep')
    const scripts = Object.entries(scriptsIn(join(at, 'scripts')))
    const answer = await runPythonHere(
      pythonCallOf('', {
        ...{ scripts, input, statusPath: STATUS_PATH },
        environment: Object.entries(kratixVariables(step)),
        resources: names.map((name) => [name, readFileSync(join(at, 'resources', name), 'utf8')]),
      }),
    )
    return {
      code: answer.end.kind === 'exit' ? answer.end.code : answer.end,
      log: answer.log,
      output: Object.fromEntries(answer.output),
      metadata: Object.fromEntries(answer.metadata),
      published: answer.published,
    }
  }

  test.each([
    ['a request', request('large')],
    ['a size of another type', request('[1]')],
    ['a name that is none', request('small', 'Cache!')],
    ['text that is no YAML', 'kind: [\n'],
    ['odd scalars', `${request('small')}extra: [010, yes, 1e3, 0x1F, ~, 2024-01-01]\n`],
  ])('make the same of %s by the generated programs', async (_, input) => {
    for (const step of [RENDER, OWN]) {
      expect(await byPage(step, input)).toEqual(await byPython(step, input))
    }
  })
})

/** Scripts alone, without what was installed beside them. */
function scriptsIn(folder: string): Record<string, string> {
  const names = ['pipeline.py', 'step.py', 'documents.py', 'request.py', 'values.py', 'render.py']
  const texts: Record<string, string> = {}
  for (const name of names) {
    try {
      texts[name] = readFileSync(join(folder, name), 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  return texts
}
