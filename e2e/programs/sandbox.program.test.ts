import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { redisFiles } from '@/lib/build/testing'
import { callOf, runHere } from '@/lib/sandbox/testing'
import { type FakeApiServer, startApiServer } from './api-server'
import { unzipped } from './checkout'
import { describeWith } from './describe-with'
import { keptFolder, mustRun, run } from './run'
import { kratixVariables, OWN, own, RENDER, runOutside, STATUS_PATH } from './run-outside'
import { filesIn } from './step-folder'

// The sandbox of Try it against Node itself: the same program on the same input, compiled by the
// image's own compiler and run by Node, leaves the same files, exit code, log and status.

const request = (size: unknown) => `apiVersion: mygroup.org/v1alpha1
kind: Redis
metadata: {name: cache, namespace: team-a}
spec: {size: ${size}}
`

/** A program of a user, with what Node offers and steps have a use for. */
const MANY_THINGS = `import { createHash, createHmac } from 'node:crypto'
import { EventEmitter } from 'node:events'
import * as fs from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { format, promisify } from 'node:util'
import { parseAllDocuments, stringify } from 'yaml'

enum Size { Small = 1, Large = 3 }
class Room { constructor(readonly name: string, private readonly size: Size) {} get width(): number { return this.size * 2 } }

const { KRATIX_INPUT_DIR: input = '', KRATIX_OUTPUT_DIR: output = '', KRATIX_METADATA_DIR: metadata = '' } = process.env
const attempt = (what: () => unknown): string => {
  try { return String(what()) } catch (error) { return (error as NodeJS.ErrnoException).code ?? String(error) }
}
const text = await readFile(path.join(input, 'object.yaml'), 'utf8')
const object = parseAllDocuments(text)[0]?.toJS()
const room = new Room(object.metadata.name, Size.Large)
await mkdir(path.join(output, 'a/b'), { recursive: true })
await writeFile(path.join(output, 'a/b/room.yaml'), stringify({ name: room.name, width: room.width }))
fs.writeFileSync(path.join(output, 'bytes.bin'), Buffer.from([0, 255, 1]))
fs.appendFileSync(path.join(output, 'lines.txt'), 'one\\n')
fs.appendFileSync(path.join(output, 'lines.txt'), 'two\\n')
await rename(path.join(output, 'lines.txt'), path.join(output, 'a/lines.txt'))
fs.copyFileSync(path.join(output, 'a/lines.txt'), path.join(output, 'copy.txt'))
await rm(path.join(output, 'nothing'), { force: true })
console.log((await readdir(output, { recursive: true })).sort())
console.log((await stat(path.join(output, 'a'))).isDirectory(), fs.existsSync(path.join(output, 'x')))
console.log(attempt(() => fs.readFileSync(path.join(output, 'x'))), attempt(() => fs.readFileSync(output)))
console.log(attempt(() => fs.mkdirSync(path.join(output, 'a'))), attempt(() => fs.rmdirSync(path.join(output, 'a'))))
console.log(attempt(() => fs.writeFileSync(path.join(output, 'copy.txt/x'), '')), attempt(() => fs.readdirSync(path.join(output, 'copy.txt'))))
console.log(createHash('sha256').update(text).digest('hex'), createHash('md5').update('a').digest('base64'))
console.log(createHmac('sha1', 'key').update('a').digest('base64'))
console.log(path.relative('/a/b/c', '/a/d'), path.extname('x.tar.gz'), path.parse('/home/x.txt').name, path.normalize('/a/../b//c/.'))
console.log(format('%s is %d, %j', 'x', 3, { a: [1] }), [1, 'two', null, undefined], { a: { b: { c: { d: 1 } } }, 'x-y': 'it' })
console.log(new Map([['a', 1]]), new Set([1]), Buffer.from('hé').toString('hex'), 10n, -0, [['deep', [1, [2, [3]]]]])
const emitter = new EventEmitter()
emitter.once('word', (word) => console.log('heard', word))
emitter.emit('word', 'x')
emitter.emit('word', 'y')
await sleep(5)
await promisify(setTimeout)(1)
process.on('exit', (code) => console.log('leaves with', code))
fs.writeFileSync(path.join(metadata, 'status.yaml'), 'stage: ' + JSON.stringify(object.spec.size) + '\\n')
setTimeout(() => { process.exitCode = 7 }, 1)
`

describeWith(['unzip', 'node', 'npm'], 'the sandbox and Node', () => {
  const { path: folder, remove } = keptFolder()
  let server: FakeApiServer
  const repositories: Record<string, string> = {}

  beforeAll(async () => {
    server = await startApiServer()
    const files = redisFiles('typescript', [
      { ...own, settings: { kind: 'custom', language: 'typescript' } },
    ])
    repositories.generated = await unzipped(join(folder, 'generated'), files)
    for (const step of [RENDER, OWN]) {
      const cwd = join(repositories.generated, 'workflows', step, 'scripts')
      await mustRun('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd })
      await mustRun('npm', ['run', 'build'], { cwd })
    }
  })
  afterAll(async () => {
    await server?.close()
    remove()
  })

  const byNode = (step: string, input: string) =>
    runOutside({
      ...{ server, repository: repositories.generated ?? '', step, input },
      ...{ folder: join(folder, 'run'), command: 'node', program: 'dist/pipeline.js' },
    })

  async function bySandbox(step: string, input: string) {
    const at = join(repositories.generated ?? '', 'workflows', step)
    const entries = (below: string) =>
      Object.entries(filesIn(join(at, below))).filter(
        ([path]) => !/^(node_modules|dist)\/|\.test\.ts$|^\.gitkeep$/.test(path),
      )
    const answer = await runHere(
      callOf('', {
        ...{ scripts: entries('scripts'), resources: entries('resources'), input },
        ...{ statusPath: STATUS_PATH },
        environment: [
          ...Object.entries(kratixVariables(step)),
          ...(['INPUT', 'OUTPUT', 'METADATA'] as const).map(
            (name) => [`KRATIX_${name}_DIR`, `/kratix/${name.toLowerCase()}`] as const,
          ),
        ],
      }),
    )
    const texts = (files: typeof answer.output) =>
      Object.fromEntries(
        files.map(([path, content]) => [path, Buffer.from(content as string).toString('utf8')]),
      )
    return {
      code: answer.end.kind === 'exit' ? answer.end.code : answer.end,
      log: answer.log,
      output: texts(answer.output),
      metadata: texts(answer.metadata),
      published: answer.published,
    }
  }

  const INPUTS = [
    ['a request', request('large')],
    ['a size that is not allowed', request('huge')],
    ['a size of another type', request('[1]')],
    ['a name that is none', request('small').replace('cache', 'Cache!')],
    ['no object', '- 1\n'],
    ['text that is no YAML', 'kind: [\n'],
    ['odd scalars', `${request('small')}extra: [010, yes, 1e3, 0x1F, ~, 2024-01-01]\n`],
  ] as const

  test.each(INPUTS)('make the same of %s by the generated programs', async (_, input) => {
    for (const step of [RENDER, OWN]) {
      const there = await byNode(step, input)
      expect(await bySandbox(step, input)).toEqual(there)
    }
  })

  test('make the same by a program that uses much of Node', async () => {
    const scripts = join(repositories.generated ?? '', 'workflows', OWN, 'scripts')
    const program = join(scripts, 'pipeline.ts')
    writeFileSync(program, MANY_THINGS)
    // The test beside the program is of another one: what is compiled runs all the same.
    await run('npx', ['tsc', '--noEmitOnError', 'false'], { cwd: scripts })
    const there = await byNode(OWN, request('large'))
    expect(there).toMatchObject({ code: 7, metadata: { 'status.yaml': 'stage: "large"\n' } })
    expect(there.log.length).toBeGreaterThan(10)
    expect(await bySandbox(OWN, request('large'))).toEqual(there)
  })
})
