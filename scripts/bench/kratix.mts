import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { build } from '@/lib/build/build'
import { run } from '@/lib/cli/run'
import { writeFolder } from '@/lib/cli/write-folder'
import { redisRepository } from '../../e2e/repository/redis.js'
import { type Measure, measure, summarise } from './measure.mjs'
import { fresh } from './promises.mjs'
import { zipOf } from './repository.mjs'

const RUNS = 10
const ROOT = join(import.meta.dirname, '../..')
const MANIFESTS = join(ROOT, 'e2e/fixtures/redis-dependencies')

/** The four commands of the blog post. */
const COMMANDS = [
  'init promise redis --group mygroup.org --kind Redis --version v1alpha1',
  'update dependencies dependencies --image ghcr.io/syntasso/redis-dependencies:v0.0.2',
  'update api --property size:string',
  'add container resource/configure/instance-configure --image ghcr.io/syntasso/redis:v0.0.1 --language go',
].map((line) => line.split(' '))

/** The `kratix` CLI beside our build and zip; `undefined` when it is not installed. */
export async function kratixMeasures(): Promise<readonly Measure[] | undefined> {
  const kratix = findKratix()
  if (kratix === undefined) return undefined
  const ours = measure(
    { work: 'our commands, build + zip, in process', runs: RUNS },
    () => undefined,
    () => zipOf(fresh(redisRepository())),
  )
  const times: number[] = []
  for (let i = 0; i < RUNS; i++) times.push(inTemporary((folder) => runCommands(kratix, folder)))
  const cli = summarise({ work: 'kratix: init, dependencies, api, container', unit: 'ms' }, times)
  return [cli, ours, await ownCli()]
}

function findKratix(): string | undefined {
  const cache = join(ROOT, '.cache')
  const pinned = join(cache, 'kratix-cli')
  const versions = existsSync(pinned) ? readdirSync(pinned).map((name) => join(pinned, name)) : []
  const folders = [...(process.env.PATH ?? '').split(delimiter), join(cache, 'bin'), ...versions]
  return folders.map((folder) => join(folder, 'kratix')).find((path) => existsSync(path))
}

function runCommands(kratix: string, folder: string): number {
  const manifests = join(folder, 'dependencies')
  mkdirSync(manifests)
  for (const name of readdirSync(MANIFESTS))
    copyFileSync(join(MANIFESTS, name), join(manifests, name))
  const start = performance.now()
  for (const args of COMMANDS) {
    const { status, stderr } = spawnSync(kratix, args, { cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(`kratix ${args.join(' ')}: ${stderr}`)
  }
  return performance.now() - start
}

/** Our command line without the start of its process, on the repository as a folder. */
async function ownCli(): Promise<Measure> {
  const times: number[] = []
  const folder = mkdtempSync(join(tmpdir(), 'designer-bench-'))
  try {
    await writeFolder(join(folder, 'in'), build(redisRepository()).files, {
      force: false,
      inPlace: false,
    })
    for (let i = 0; i < RUNS; i++) {
      const start = performance.now()
      const code = await run(['build', 'in', '--out', `out-${i}`], {
        cwd: folder,
        version: '',
        stdin: (async function* () {
          yield new Uint8Array() // nothing is read from it
        })(),
        out: () => undefined,
        err: () => undefined,
      })
      times.push(performance.now() - start)
      if (code !== 0) throw new Error('designer build failed')
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return summarise({ work: 'designer build: folder to folder', unit: 'ms' }, times)
}

function inTemporary<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'kratix-bench-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
