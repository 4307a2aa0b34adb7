import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FakeApiServer, startApiServer } from '@/e2e/programs/api-server'
import { describeWith } from '@/e2e/programs/describe-with'
import { renderBehaviour } from '@/e2e/programs/render-behaviour'
import { keptFolder, mustRun, run, workFolder } from '@/e2e/programs/run'
import type { Runner } from '@/e2e/programs/runner'
import { starterBehaviour } from '@/e2e/programs/starter-behaviour'
import { HOSTILE, STARTERS } from '@/e2e/programs/starter-cases'
import { documentsIn, writeFiles } from '@/e2e/programs/step-folder'
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
    // As the Dockerfile does it: what runs has no pip.
    await mustRun('python3', ['-m', 'venv', '--without-pip', join(folder, 'venv')])
    interpreter = join(folder, 'venv/bin/python')
    const install = ['-m', 'pip', '--python', interpreter, 'install', '--quiet', '--require-hashes']
    await mustRun('python3', [...install, '-r', join(folder, 'scripts/requirements.txt')])
    expect((await run(interpreter, ['-m', 'pip', '--version'])).code).not.toBe(0)
  })

  afterAll(async () => {
    await server?.close()
    root.remove()
  })

  const runner = (): Runner => ({
    server,
    async make(cwd) {
      await mustRun(interpreter, ['-m', 'compileall', '-q', '.'], { cwd })
    },
    async check(cwd, cases) {
      const tested = await mustRun(interpreter, ['-m', 'unittest', '-v'], { cwd })
      expect(tested.stderr).toMatch(/Ran 3 tests[\s\S]*\nOK\n/)
      const list = 'import test_pipeline; print(len(test_pipeline.cases()))'
      const counted = await mustRun(interpreter, ['-c', list], { cwd })
      expect(Number(counted.stdout)).toBe(cases)
    },
    start: (scripts, env) => run(interpreter, [join(scripts, 'pipeline.py')], { env }),
  })

  renderBehaviour(python, runner)
  starterBehaviour(python, runner)

  test('can suspend the workflow, and have the pipeline run again', async () => {
    const metadata = workFolder()
    const script = `from datetime import timedelta
from kratix_sdk import KratixSDK, set_metadata_dir
set_metadata_dir(${JSON.stringify(metadata)})
`
    await mustRun(interpreter, ['-c', `${script}KratixSDK().write_suspend("waits: for approval")`])
    expect(documentsIn(metadata)).toEqual({
      'workflow-control.yaml': [{ suspend: true, message: 'waits: for approval' }],
    })
    const retry = 'KratixSDK().write_retry_after(timedelta(seconds=90), "not ready")'
    await mustRun(interpreter, ['-c', script + retry])
    expect(documentsIn(metadata)).toEqual({
      'workflow-control.yaml': [{ retryAfter: '1m30s', message: 'not ready' }],
    })
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
