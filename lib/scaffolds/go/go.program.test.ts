import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FakeApiServer, startApiServer } from '@/e2e/programs/api-server'
import { describeWith } from '@/e2e/programs/describe-with'
import { redisRequest, redisStep } from '@/e2e/programs/redis'
import { renderBehaviour } from '@/e2e/programs/render-behaviour'
import { mustRun, run, workFolder } from '@/e2e/programs/run'
import type { Runner } from '@/e2e/programs/runner'
import { starterBehaviour } from '@/e2e/programs/starter-behaviour'
import { filesIn, kratixEnvironment, runFolders, writeFiles } from '@/e2e/programs/step-folder'
import { runGo, TOOLCHAINS } from '@/e2e/programs/toolchains'
import type { GeneratedFile, StepContext } from '../scaffold'
import { go } from './index'

/** Writes a step and builds its program as its Dockerfile does. */
async function buildStep(folder: string, files: readonly GeneratedFile[]): Promise<string> {
  writeFiles(folder, files)
  const [program] = await TOOLCHAINS.go.make(join(folder, 'scripts'))
  return program
}

/** All that an engineer's own tools would say of a step. */
async function checkSources(cwd: string): Promise<void> {
  expect((await mustRun('gofmt', ['-l', '.'], { cwd })).stdout).toBe('')
  await runGo(cwd, 'vet', '-mod=readonly', './...')
  const modules = () => ['go.mod', 'go.sum'].map((file) => readFileSync(join(cwd, file), 'utf8'))
  const before = modules()
  await runGo(cwd, 'mod', 'tidy')
  expect(modules()).toEqual(before)
}

const identity = { name: 'example-redis', namespace: 'default' }

describeWith('go', 'the Go programs', () => {
  let server: FakeApiServer
  beforeAll(async () => {
    server = await startApiServer()
  })
  afterAll(() => server.close())

  const runner = (): Runner => ({
    server,
    async make(scripts) {
      await TOOLCHAINS.go.make(scripts)
    },
    async check(scripts, cases) {
      await checkSources(scripts)
      const { stdout } = await runGo(scripts, 'test', '-count=1', '-v', './...')
      expect(stdout).toMatch(/^ok/m)
      expect(stdout.match(/--- PASS: TestEachObjectGivesWhatIsExpected\//g)).toHaveLength(cases)
      expect(stdout).not.toMatch(/--- SKIP/)
    },
    start: (scripts, env) => run(join(scripts, '../pipeline'), [], { env }),
  })

  renderBehaviour(go, runner)
  starterBehaviour(go, runner)

  test('refuses what the API does not allow, and says so in the status', async () => {
    const before = server.requests.length
    const program = await buildStep(workFolder(), go.custom(redisStep))
    const folders = runFolders(workFolder(), redisRequest({ size: 'huge' }))
    server.writeKubeconfig(folders.home)
    const env = kratixEnvironment(redisStep, folders, identity)
    const { code, stderr } = await run(program, [], { env })
    expect(code).toBe(1)
    expect(stderr).toContain(
      'spec.size is "huge", which is not allowed; allowed values: "small", "large"',
    )
    expect(server.requests.slice(before)).toMatchObject([{ body: { status: { stage: 'failed' } } }])
    expect(filesIn(folders.output)).toEqual({})
  })

  test('keeps its shape whatever the words of the user', async () => {
    const words = [
      'a: {b',
      'two\nlines',
      '${x}',
      '"; rm -rf /',
      '$(id)',
      '*/',
      '`id`',
      '// +build x',
      '\u2028',
      "``''",
      '- a',
      '# b',
      '[x]: y',
      '-',
      'a,omitempty',
      '',
      'ä',
    ]
    const properties = words.map((word, i) => [
      word,
      i % 3 === 0
        ? {
            type: 'object',
            description: word,
            properties: { [word]: { type: 'string', description: word } },
          }
        : { type: 'string', description: word, default: word, ...(i % 3 === 1 && { enum: words }) },
    ])
    const schema = {
      properties: { spec: { type: 'object', properties: Object.fromEntries(properties) } },
    }
    const hostile = words.join(' ')
    const step: StepContext = {
      ...redisStep,
      promise: hostile,
      container: hostile,
      api: { group: hostile, version: hostile, kind: hostile, plural: hostile, schema },
    }
    const folder = workFolder()
    await buildStep(folder, go.custom(step))
    await checkSources(join(folder, 'scripts'))
  })
})
