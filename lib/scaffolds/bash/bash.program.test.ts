import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FakeApiServer, startApiServer } from '@/e2e/programs/api-server'
import { describeWith } from '@/e2e/programs/describe-with'
import { redisRender, redisRequest } from '@/e2e/programs/redis'
import { renderBehaviour } from '@/e2e/programs/render-behaviour'
import { keptFolder, mustRun, run, workFolder } from '@/e2e/programs/run'
import type { Runner } from '@/e2e/programs/runner'
import { starterBehaviour } from '@/e2e/programs/starter-behaviour'
import { HOSTILE, STARTERS } from '@/e2e/programs/starter-cases'
import {
  documentsIn,
  filesIn,
  kratixEnvironment,
  runFolders,
  writeFiles,
} from '@/e2e/programs/step-folder'
import { printYaml } from '@/lib/yaml/print-yaml'
import type { RenderContext } from '../scaffold'
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

  const runner = (): Runner => ({
    server,
    async make(cwd) {
      const scripts = Object.keys(filesIn(cwd)).filter((path) => path.endsWith('.sh'))
      for (const script of scripts) await mustRun('bash', ['-n', script], { cwd })
    },
    async check(cwd, cases) {
      const tested = await mustRun('bash', ['test_pipeline.sh'], { cwd })
      expect(tested.stdout.match(/^ok: /gm)).toHaveLength(3 + 4 * cases)
    },
    start: (scripts, env) => run('bash', [join(scripts, 'pipeline.sh')], { env }),
  })

  renderBehaviour(bash, runner)
  starterBehaviour(bash, runner)

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

  test('suspend the workflow, and have the pipeline run again', async () => {
    const folder = join(root.path, 'control')
    writeFiles(folder, bash.custom(STARTERS[0].step))
    const control = async (call: string) => {
      const metadata = workFolder()
      const ran = await run('bash', ['-c', `WORKFLOW=x; . ./step.sh; ${call}`], {
        cwd: join(folder, 'scripts'),
        env: { KRATIX_METADATA_DIR: metadata },
      })
      return { ...ran, control: documentsIn(metadata)['workflow-control.yaml'] }
    }
    expect(await control(`suspend 'waits: "for" approval'`)).toMatchObject({
      code: 0,
      control: [{ suspend: true, message: 'waits: "for" approval' }],
    })
    expect((await control('suspend')).control).toEqual([{ suspend: true }])
    expect((await control('retry_after 1m30s 007')).control).toEqual([
      { retryAfter: '1m30s', message: '007' },
    ])
    const days = await control('retry_after 1d')
    expect(days.code).toBe(1)
    expect(days.control).toBeUndefined()
    expect(await control('retry_after 0s')).toMatchObject({ code: 1, control: undefined })
  })

  test('read each property by a function of its own', async () => {
    const [starter] = STARTERS
    const folder = join(root.path, 'functions')
    writeFiles(folder, bash.custom(starter.step))
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
