import { existsSync, readFileSync } from 'node:fs'
import { build } from '@/lib/build/build'
import { adopt } from '@/lib/build/provenance'
import { zip } from '@/lib/bundle/zip'
import { addDependencies } from '@/lib/commands/add-dependencies'
import { listDocuments, totals } from '@/lib/dependencies'
import { importInput } from '@/lib/importers'
import { runCommand } from '@/lib/promise/command'
import { FileContent, type Files } from '@/lib/promise/files'
import { redisRepository } from '../../e2e/repository/redis.js'
import { type Measure, measure } from './measure.mjs'
import { fresh } from './promises.mjs'

const CRD = 'databases.spotahome.com_redisfailovers.yaml'
/** Beside the repository where the project's data is, else the copy among the fixtures. */
const PLACES = ['../../../shared/data/redis-dependencies', '../../e2e/fixtures/redis-dependencies']

/** Listing, building and packing with the real manifests of the Redis operator. */
export function repositoryMeasures(): readonly Measure[] {
  const crd = readCrd()
  const redis = redisRepository()
  const first = performance.now()
  listDocuments(CRD, crd)
  const cold = performance.now() - first
  const large = withDependencies(redis, crd, 20_000_000)
  const packed = zipOf(redis)
  return [
    measure(
      {
        work: `list the ${Math.round(crd.length / 1000)} KB CRD`,
        budget: 50,
        runs: 50,
        note: `first call ${cold.toFixed(0)} ms`,
      },
      () => crd,
      (text) => totals(listDocuments(CRD, text)),
    ),
    measure(
      { work: 'build + zip of the Redis repository', budget: 50, runs: 30, note: 'after an edit' },
      () => new Map(redis),
      zipOf,
    ),
    measure(
      { work: 'build + zip of the Redis repository', runs: 20, note: 'nothing remembered' },
      () => fresh(redis),
      zipOf,
    ),
    measure(
      { work: 'build + zip with 20 MB of dependencies', budget: 1000, runs: 5, warmUp: 1 },
      () => fresh(large),
      zipOf,
    ),
    measure(
      { work: 'open the zip of the Redis repository', runs: 20, note: 'unpack, check, adopt' },
      () => packed.slice(),
      (bytes) => {
        const imported = importInput({ kind: 'file', name: 'redis.zip', bytes })
        if (imported.kind !== 'ok') throw new Error(`cannot be opened: ${JSON.stringify(imported)}`)
        return adopt(imported.files).files
      },
    ),
  ]
}

export function zipOf(files: Files): Uint8Array {
  return zip(build(files).files.values(), 'redis-promise')
}

function readCrd(): string {
  for (const place of PLACES) {
    const file = new URL(`${place}/${CRD}`, import.meta.url)
    if (existsSync(file)) return readFileSync(file, 'utf8')
  }
  throw new Error(`${CRD} is neither in ../shared/data nor in e2e/fixtures`)
}

/** The repository with copies of the CRD, each under its own name, until they have so many bytes. */
function withDependencies(files: Files, crd: string, bytes: number): Files {
  const copies = Array.from({ length: Math.ceil(bytes / crd.length) }, (_, i) => ({
    path: `copy-${i}.yaml`,
    content: FileContent.fromText(crd.replaceAll('RedisFailover', `RedisFailover${i}`)),
  }))
  return runCommand(files, addDependencies(copies, 'image'))
}
