import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiRequest, type FakeApiServer, startApiServer } from '@/e2e/programs/api-server'
import { caseFiles } from '@/e2e/programs/case-files'
import { describeWith, hasTool } from '@/e2e/programs/describe-with'
import { redisRender, redisRequest } from '@/e2e/programs/redis'
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
import type { RenderContext, StepContext } from '../scaffold'
import { bash } from './index'

describeWith(['bash', 'curl', 'yq'], 'the Bash programs', () => {
  const root = keptFolder()
  let server: FakeApiServer

  beforeAll(async () => {
    server = await startApiServer()
  })
  afterAll(async () => {
    await server?.close()
    root.remove()
  })

  function writeStep(name: string, starter: Starter): string {
    const step = join(root.path, name)
    mkdirSync(join(step, 'resources'), { recursive: true })
    writeFiles(step, [...bash.custom(starter.step), ...caseFiles(starter.stepCase)])
    return step
  }

  /** What the user runs in `scripts/`. */
  async function check(cwd: string): Promise<void> {
    const scripts = Object.keys(filesIn(cwd)).filter((path) => path.endsWith('.sh'))
    for (const script of scripts) await mustRun('bash', ['-n', script], { cwd })
    if (hasTool('shellcheck')) await mustRun('shellcheck', ['-x', ...scripts], { cwd })
    else console.error('skipped: shellcheck is not installed')
    const tested = await mustRun('bash', ['test_pipeline.sh'], { cwd })
    expect(tested.stdout.match(/^ok: /gm)).toHaveLength(7)
  }

  renderBehaviour(bash, () => ({
    server,
    check,
    start: (scripts, env) => run('bash', [join(scripts, 'pipeline.sh')], { env }),
  }))

  test('a render step fails when its templates cannot be listed, instead of writing fewer', async () => {
    const folder = join(root.path, 'unlisted')
    const bin = join(folder, 'bin')
    const step: RenderContext = { ...redisRender, templates: [] }
    writeFiles(folder, [
      ...bash.render(step),
      { path: 'resources/a.yaml', text: 'a: 1\n' },
      // What find does where a folder may not be read: it goes on, and fails.
      { path: 'bin/find', text: "#!/bin/sh\nprintf './a.yaml\\0'\nexit 1\n" },
    ])
    chmodSync(join(bin, 'find'), 0o755)
    const folders = runFolders(join(folder, 'run'), printYaml(redisRequest({ size: 'small' })))
    const ran = await run('bash', [join(folder, 'scripts/pipeline.sh')], {
      env: {
        ...kratixEnvironment(step, folders, { name: 'example-redis', namespace: 'default' }),
        KRATIX_API_SERVER: server.url,
        RESOURCES_DIR: join(folder, 'resources'),
        PATH: `${bin}:${process.env.PATH}`,
      },
    })
    expect(ran).toMatchObject({ code: 1 })
    expect(ran.stderr).toContain('cannot list the templates')
    expect(filesIn(folders.output)).toEqual({})
  })

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
    const ran = await run('bash', [join(folder, 'scripts/pipeline.sh')], {
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
    const folder = writeStep(starter.title.replaceAll(/\W/g, '-'), starter)
    const cwd = join(folder, 'scripts')
    await check(cwd)
    const ran = await runStep(folder, starter.step, starter.stepCase.object)
    expect(ran).toMatchObject({ code: 0, stderr: '', requests: [] })
    const files = starter.stepCase.files.map(({ path, documents }) => [path, documents])
    expect(documentsIn(ran.output)).toEqual(Object.fromEntries(files))
    if (starter.step.action === 'delete') expect(ran.stdout).toMatch(/cleaning up what belongs to/)
  })

  test('report what cannot be read, written or published', async () => {
    const [starter] = STARTERS
    const { step, stepCase } = starter
    const folder = writeStep('failures', starter)
    const unreadable = await runStep(folder, step, 'kind: [\n')
    expect(unreadable.code).toBe(1)
    expect(unreadable.stderr).toMatch(/^error: cannot read the input: .* line \d+.*\n$/)
    expect(unreadable.requests).toMatchObject([
      {
        method: 'PATCH',
        path: starter.statusPath,
        contentType: 'application/merge-patch+json',
        body: { status: { stage: 'failed', reason: unreadable.stderr.slice(7, -1) } },
      },
    ])

    const blocked = join(root.path, 'blocked')
    writeFileSync(blocked, '')
    const unwritable = await runStep(folder, step, stepCase.object, {
      KRATIX_OUTPUT_DIR: join(blocked, 'x'),
    })
    expect(unwritable.code).toBe(1)
    expect(unwritable.stderr).toMatch(
      /Not a directory[\s\S]*\nerror: line \d+ of \w+\.sh failed\n$/,
    )
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
    expect(alone.stderr).toMatch(/\nerror: not in a cluster: KUBERNETES_SERVICE_HOST is not set\n/)

    const promise = writeStep('promise', STARTERS[2])
    const told = await runStep(promise, STARTERS[2].step, 'kind: [\n')
    expect(told.requests.map(({ path }) => path)).toEqual([STARTERS[2].statusPath])

    const dry = await runStep(folder, step, 'kind: [\n', { KRATIX_DRY_RUN: 'true' })
    expect(dry).toMatchObject({ code: 1, requests: [] })

    const other = await runStep(folder, step, stepCase.object, { KRATIX_WORKFLOW_TYPE: 'promise' })
    expect(other.stderr).toMatch(/serves the workflow resource\/configure, not promise\/configure/)

    const named = await runStep(folder, step, { ...starter.object, metadata: { name: '../x' } })
    expect(named.stderr).toMatch(/^error: metadata\.name is not a valid Kubernetes name/)
    expect(named.code).toBe(1)
  })

  test('read each property by a function of its own', async () => {
    const [starter] = STARTERS
    const folder = writeStep('functions', starter)
    const spec = {
      size: 'small',
      class: 5,
      nested: { lambda: [{ 'x-y': 1 }], map: { a: 1 } },
      [HOSTILE.replace('\0', '')]: 'hostile', // a shell cannot hold a NUL
    }
    const folders = runFolders(join(root.path, 'functions-run'), { ...starter.object, spec })
    const read = (name: string) =>
      run('bash', ['-c', `WORKFLOW=x; . ./step.sh; . ./request.sh; ${name}`], {
        cwd: join(folder, 'scripts'),
        env: { KRATIX_INPUT_DIR: folders.input },
      })
    expect((await read('spec_size')).stdout).toBe('small\n')
    expect((await read('spec_team')).stdout).toBe('')
    expect((await read('spec_a_b_c')).stdout).toBe('')
    expect((await read('spec_nested_lambda')).stdout).toBe('[{"x-y":1}]\n')
    expect(await read('spec_class')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'error: spec.class must be a string, not !!int\n',
    })
    const functions = filesIn(join(folder, 'scripts'))['request.sh'] ?? ''
    const hostile = /^(spec_a_b_x\w*)\(\)/m.exec(functions)?.[1] ?? ''
    expect((await read(hostile)).stdout).toBe('hostile\n')
  })
})
