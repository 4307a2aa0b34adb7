import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiRequest, type FakeApiServer, startApiServer } from '@/e2e/programs/api-server'
import { caseFiles } from '@/e2e/programs/case-files'
import { describeWith } from '@/e2e/programs/describe-with'
import { renderBehaviour } from '@/e2e/programs/render-behaviour'
import { keptFolder, mustRun, type Ran, run } from '@/e2e/programs/run'
import { HOSTILE, STARTERS, type Starter } from '@/e2e/programs/starter-cases'
import {
  documentsIn,
  filesIn,
  kratixEnvironment,
  runFolders,
  writeFiles,
} from '@/e2e/programs/step-folder'
import { printYaml } from '@/lib/yaml/print-yaml'
import type { StepContext } from '../scaffold'
import { python } from './index'

describeWith(['python3'], 'the Python programs', () => {
  const root = keptFolder()
  let server: FakeApiServer
  let interpreter = ''

  beforeAll(async () => {
    server = await startApiServer()
    // All steps have the same locked packages: one installation serves every test.
    const folder = join(root.path, 'install')
    const [first] = STARTERS
    writeFiles(folder, python.custom(first.step))
    await mustRun('python3', ['-m', 'venv', join(folder, 'venv')])
    interpreter = join(folder, 'venv/bin/python')
    const install = ['-m', 'pip', 'install', '--quiet', '--require-hashes', '-r']
    await mustRun(interpreter, [...install, join(folder, 'scripts/requirements.txt')])
  })

  afterAll(async () => {
    await server?.close()
    root.remove()
  })

  /** What the user runs in `scripts/`. */
  const unit = async (cwd: string): Promise<void> => {
    await mustRun(interpreter, ['-m', 'compileall', '-q', '.'], { cwd })
    const tested = await mustRun(interpreter, ['-m', 'unittest'], { cwd })
    expect(tested.stderr).toMatch(/Ran 3 tests[\s\S]*\nOK\n/)
  }

  /** A step in a folder of its own, compiled and tested as its user would. */
  async function buildStep(name: string, starter: Starter): Promise<string> {
    const folder = join(root.path, name)
    mkdirSync(join(folder, 'resources'), { recursive: true })
    writeFiles(folder, [...python.custom(starter.step), ...caseFiles(starter.stepCase)])
    await unit(join(folder, 'scripts'))
    return folder
  }

  renderBehaviour(python, () => ({
    server,
    check: unit,
    start: (scripts, env) => run(interpreter, [join(scripts, 'pipeline.py')], { env }),
  }))

  let runs = 0

  async function runStep(
    folder: string,
    step: StepContext,
    object: unknown,
    env: Readonly<Record<string, string>> = {},
  ): Promise<Ran & { output: string; metadata: string; requests: readonly ApiRequest[] }> {
    const text = typeof object === 'string' ? object : printYaml(object)
    const folders = runFolders(join(root.path, `run-${runs++}`), text)
    const before = server.requests.length
    const name = step.type === 'promise' ? 'redis' : 'example'
    const ran = await run(interpreter, [join(folder, 'scripts/pipeline.py')], {
      env: {
        ...kratixEnvironment(step, folders, { name, namespace: 'team-a' }),
        KRATIX_API_SERVER: server.url,
        KRATIX_PROMISE_NAME: 'redis', // the hostile ones hold what no environment can
        ...env,
      },
    })
    return { ...folders, ...ran, requests: server.requests.slice(before) }
  }

  test.each(STARTERS)('do what is expected of them: $title', async (starter) => {
    const folder = await buildStep(starter.title.replaceAll(/\W/g, '-'), starter)
    const ran = await runStep(folder, starter.step, starter.stepCase.object)
    expect(ran).toMatchObject({ code: 0, stderr: '', requests: [] })
    const files = starter.stepCase.files.map(({ path, documents }) => [path, documents])
    expect(documentsIn(ran.output)).toEqual(Object.fromEntries(files))
    if (starter.step.action === 'delete') expect(ran.stdout).toMatch(/cleaning up what belongs to/)
  })

  test('report what cannot be written, and what cannot be published', async () => {
    const [starter] = STARTERS
    const folder = join(root.path, 'failures')
    writeFiles(folder, python.custom(starter.step))
    const { step, stepCase } = starter
    const unreadable = await runStep(folder, step, 'kind: [\n')
    expect(unreadable.code).toBe(1)
    expect(unreadable.stderr).toMatch(/^error: cannot read the input: .* line \d+.*\n$/)
    expect(unreadable.requests).toMatchObject([
      { method: 'PATCH', path: starter.statusPath, contentType: 'application/merge-patch+json' },
    ])

    const blocked = join(root.path, 'blocked')
    writeFileSync(blocked, '')
    const unwritable = await runStep(folder, step, stepCase.object, {
      KRATIX_OUTPUT_DIR: join(blocked, 'x'),
    })
    expect(unwritable).toMatchObject({ code: 1, stderr: expect.stringMatching(/Not a directory/) })
    expect(unwritable.requests).toHaveLength(1)
    expect(filesIn(unwritable.metadata)).toEqual({})

    server.refuse(403)
    const refused = await runStep(folder, step, 'kind: [\n')
    server.refuse(0)
    expect(refused.code).toBe(1)
    expect(refused.stderr).toMatch(
      /^error: cannot read[\s\S]*\nerror: the failure status could not/,
    )

    const alone = await runStep(folder, step, 'kind: [\n', { KRATIX_API_SERVER: '' })
    expect(alone.stderr).toMatch(/could not be published: Service host\/port is not set/)

    const promise = await runStep(folder, STARTERS[2].step, 'kind: [\n')
    expect(promise.requests.map(({ path }) => path)).toEqual([STARTERS[2].statusPath])

    const dry = await runStep(folder, step, 'kind: [\n', { KRATIX_DRY_RUN: 'true' })
    expect(dry).toMatchObject({ code: 1, requests: [] })

    const other = await runStep(folder, step, stepCase.object, { KRATIX_WORKFLOW_TYPE: 'promise' })
    expect(other.stderr).toMatch(/serves the workflow resource\/configure, not promise\/configure/)

    const named = await runStep(folder, step, { ...starter.object, metadata: { name: '../x' } })
    expect(named.stderr).toMatch(/metadata\.name is not a valid Kubernetes name/)
  })

  test('quote every string of their output', async () => {
    const [starter] = STARTERS
    const folder = join(root.path, 'quotes')
    writeFiles(folder, python.custom(starter.step))
    const script = `import sys; sys.path.insert(0, ${JSON.stringify(join(folder, 'scripts'))})
from documents import to_yaml
print(to_yaml({"a": ["1e3", "yes", "\\u2028", {"0o17": "x" * 200}], "b": [], "c": None, "d": 1.5}), end="")`
    const { stdout } = await mustRun(interpreter, ['-c', script])
    expect(stdout).toBe(`"a":
- "1e3"
- "yes"
- "\\L"
- "0o17": "${'x'.repeat(200)}"
"b": []
"c": null
"d": 1.5
`)
  })

  test('have an image that names no user words and copies what is there', () => {
    const [{ step }] = STARTERS
    const files = python.custom(step)
    const dockerfile = files.find(({ path }) => path === 'Dockerfile')?.text ?? ''
    expect(dockerfile).not.toContain(HOSTILE)
    expect(dockerfile).toMatch(/^COPY scripts\/requirements.txt \.\/$/m)
    expect(dockerfile).toMatch(/^USER 65532:65532$/m)
    expect(files.map(({ path }) => path)).toContain('scripts/requirements.txt')
  })
})
