import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from '@/lib/build/build'
import { openRepository } from '@/lib/build/open'
import { zip } from '@/lib/bundle/zip'
import { commandLine } from '@/lib/cli/testing'
import { type Files, PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import type { LanguageId } from '@/lib/promise/settings'
import { WORKFLOWS } from '@/lib/promise/workflows'
import { LANGUAGE_LIST } from '@/lib/scaffolds/languages'
import type { Schema } from '@/lib/schema/property'
import { judgeRequest } from '@/lib/tryout/judge'
import type { Run } from '@/lib/tryout/types'
import { type FakeApiServer, startApiServer } from '../api-server'
import { askOracle, buildOracle } from '../ask-oracle'
import { describeWith, hasTool } from '../describe-with'
import { keptFolder } from '../run'
import { TOOLCHAINS } from '../toolchains'
import { type AnyDesign, anyDesign } from './any-design'
import { anyRequestOf } from './any-requests'
import { differences, pageRun } from './follow-run'
import { makeDesign, readDesign } from './make-design'
import { buildPrograms, inLanguage } from './programs-of'

/**
 * Whole random designs: made with the designer's own commands, they are good to the page, the
 * command line and the cluster, and their programs do in every language what the page shows.
 * A failure names the seed of its design: WHOLE_SEED=… tries that one alone. `npm run test:long`, or
 * SECONDS=…, goes on from seed to seed.
 */
const wanted = process.env.WHOLE_SEED
const first = Number(wanted ?? 20261178)
const seconds = Number(process.env.SECONDS ?? (process.env.LONG === '1' ? 600 : 0))
const one = wanted !== undefined && seconds === 0

/** The seeds of a test: so many, or for as long as there is time. */
function* seeds(atLeast: number): Generator<number> {
  const end = Date.now() + seconds * 1000
  for (let i = 0; i < (one ? 1 : atLeast) || Date.now() < end; i++) yield first + i
}

function designAt(seed: number): { readonly design: AnyDesign; readonly files: Files } {
  const [design] = fc.sample(anyDesign, { seed, numRuns: 1 })
  if (!design) throw new Error('nothing was drawn')
  try {
    return { design, files: makeDesign(design) }
  } catch (error) {
    throw new Error(`${again(seed)}: ${(error as Error).message}`, { cause: error })
  }
}

const again = (seed: number) => `WHOLE_SEED=${seed}`

function requestsOf(files: Files, seed: number, numRuns: number): readonly unknown[] {
  const api = readDesign(files).view.api
  const [version] = api?.versions ?? []
  if (!api || !version) throw new Error('the design has no API')
  const spec = (version.schema as { properties: { spec: Schema } }).properties.spec
  const head = { apiVersion: `${api.group}/${version.name}`, kind: api.kind }
  return fc.sample(anyRequestOf(head, spec), { seed, numRuns })
}

describe(`whole random designs from seed ${first} on`, () => {
  const { write, designer } = commandLine()

  test('are good to the page and the command line, and open as they were downloaded', async () => {
    let count = 0
    for (const seed of seeds(10)) {
      const { files } = designAt(seed)
      const archive = zip(build(files).files.values(), 'repository')
      write('repository.zip', archive)
      const { code, out, err } = await designer(['check', 'repository.zip'])
      expect(
        `${out}${err}`.split('\n').filter((line) => /\berror\b/.test(line)),
        again(seed),
      ).toEqual([])
      expect(code, again(seed)).toBe(0)
      const opened = openRepository({ kind: 'file', name: 'repository.zip', bytes: archive })
      if (opened.kind !== 'ok') throw new Error(`${again(seed)}: ${opened.kind}`)
      for (const [name, content] of files) {
        if (name === SETTINGS_FILE) continue // the download notes there what is generated
        expect(opened.files.get(name)?.text, `${again(seed)} ${name}`).toBe(content.text)
      }
      count++
    }
    console.log(`${count} designs were checked.`)
  }, 3_600_000)

  test.skipIf(!hasTool('go'))(
    'are taken by the cluster, which judges requests as the page does',
    async () => {
      await buildOracle()
      const count = { designs: 0, requests: 0, refused: 0, unsure: 0 }
      for (const seed of seeds(10)) {
        const { files } = designAt(seed)
        const { api } = readDesign(files).view
        if (!api) throw new Error('the design has no API')
        const requests = requestsOf(files, seed, 40)
        const promise = files.get(PROMISE_FILE)?.text ?? ''
        const [answer] = await askOracle([{ promise, requests }])
        expect(answer?.errors, again(seed)).toEqual([])
        for (const [i, request] of requests.entries()) {
          const { faults, unsure } = judgeRequest(api, request)
          // The oracle looks at what the schema says alone.
          const ours = faults.filter(({ path }) => path[0] !== 'metadata')
          const theirs = (answer?.requests?.[i] ?? []).filter(({ stage }) => stage !== 'unknown')
          count.requests += 1
          if (theirs.length > 0) count.refused += 1
          if (unsure.length > 0) count.unsure += 1
          else if (theirs.length > 0 !== ours.length > 0) {
            expect({ request, ours, theirs }, again(seed)).toBe('judged alike')
          }
        }
        count.designs++
      }
      console.log(`The cluster and the page: ${JSON.stringify(count)}`)
      expect(count.refused).toBeGreaterThan(one ? -1 : count.requests / 20)
      expect(count.refused).toBeLessThan(one ? count.requests + 1 : count.requests * 0.8)
    },
    3_600_000,
  )
})

for (const language of LANGUAGE_LIST) {
  const { tools } = TOOLCHAINS[language.id]
  describeWith(['unzip', ...tools], `whole random designs in ${language.label}`, () => {
    const { path: folder, remove } = keptFolder()
    let server: FakeApiServer
    beforeAll(async () => {
      server = await startApiServer()
    })
    afterAll(async () => {
      await server.close()
      remove()
    })

    test(`do what Try it shows, from seed ${first} on`, async () => {
      const count: Count = { designs: 0, programs: 0, runs: 0, refused: 0, failed: 0 }
      for (const seed of seeds(1)) {
        const below = join(folder, String(seed))
        mkdirSync(below)
        await follow(seed, language.id, below, server, count)
        count.designs++
      }
      console.log(`${language.label}: ${JSON.stringify(count)}`)
    }, 3_600_000)
  })
}

/** Builds a design in one language, and sends objects through all its workflows. */
async function follow(
  seed: number,
  language: LanguageId,
  folder: string,
  server: FakeApiServer,
  count: Count,
): Promise<void> {
  const files = inLanguage(designAt(seed).files, language)
  const programs = await buildPrograms(folder, files, language)
  count.programs += readDesign(files).steps.filter((step) => step.language).length
  try {
    for (const { object, shown } of pageRuns(seed)) {
      count.runs++
      if (shown.outcome === 'refused') count.refused++
      if (shown.outcome === 'failed') count.failed++
      const work = join(folder, 'run')
      const found = await differences({ files, shown }, programs, server, work)
      expect({ object, found }, again(seed)).toEqual({ object, found: [] })
    }
  } finally {
    programs.close()
  }
}

interface Count {
  designs: number
  programs: number
  runs: number
  refused: number
  failed: number
}

interface PageRun {
  /** `undefined`: the Promise itself. */
  readonly object: unknown
  readonly shown: Run
}

const shownRuns = new Map<number, readonly PageRun[]>()

/** What the page makes of a design's workflows, which no language changes; drawn once for all. */
function pageRuns(seed: number): readonly PageRun[] {
  const known = shownRuns.get(seed)
  if (known) return known
  // Programs in Bash never run in the page itself, so what all of them must do is recorded.
  const files = inLanguage(designAt(seed).files, 'bash')
  const runs = WORKFLOWS.flatMap((workflow) => {
    const objects = workflow.type === 'promise' ? [undefined] : requestsOf(files, seed, 8)
    return objects.map((object) => ({ object, shown: pageRun({ files, workflow, object }) }))
  })
  if (seconds === 0) shownRuns.set(seed, runs)
  return runs
}
