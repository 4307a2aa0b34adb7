import { rmSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { mergeDestinations } from '@/lib/render/destinations'
import { readIdentity } from '@/lib/render/identity'
import { renderStep } from '@/lib/render/render-step'
import { anyEarlier } from '@/lib/render/testing/options'
import {
  anyDesign,
  anyRequest,
  anyTemplatesOfDesign,
  type Design,
} from '@/lib/render/testing/steps'
import type { DestinationSelector, Template } from '@/lib/render/types'
import { LANGUAGE_LIST } from '@/lib/scaffolds/languages'
import type { RenderContext } from '@/lib/scaffolds/scaffold'
import { type FakeApiServer, startApiServer } from './api-server'
import { describeWith } from './describe-with'
import { faultDesign, faultRequests, oddDesign, oddRequest, oddTemplates } from './odd-words'
import { pythonSession } from './python-session'
import { printSorted, readOutput } from './read-output'
import { redisStep } from './redis'
import { keptFolder, type Ran, run } from './run'
import {
  filesIn,
  kratixEnvironment,
  type RunFolders,
  runFolders,
  toYaml,
  writeFiles,
} from './step-folder'
import { TOOLCHAINS } from './toolchains'

/**
 * Invariant 6: for random designs, templates and requests every language and `lib/render` give the
 * same output and status. Another seed: AGREEMENT_SEED=7; more cases: AGREEMENT_CASES=500.
 */
const seed = Number(process.env.AGREEMENT_SEED ?? process.env.FC_SEED ?? 20251122)
const designs = fc.sample(anyDesign, { seed, numRuns: Number(process.env.AGREEMENT_DESIGNS ?? 3) })
const casesPerDesign = Number(process.env.AGREEMENT_CASES ?? 25)

interface Case {
  readonly templates: readonly Template[]
  readonly request: unknown
  /** What a container before this one has written to destination-selectors.yaml. */
  readonly earlier?: readonly DestinationSelector[] | undefined
}

/** The same cases for every language; to draw them takes longer than to run them. */
const drawn = new Map<number, readonly Case[]>()

function casesOf(design: Design, number: number): readonly Case[] {
  const any = fc.record({
    templates: anyTemplatesOfDesign,
    request: anyRequest(design),
    earlier: anyEarlier,
  })
  const cases =
    drawn.get(number) ?? fc.sample(any, { seed: seed + number, numRuns: casesPerDesign })
  drawn.set(number, cases)
  return cases
}

for (const language of LANGUAGE_LIST) {
  const { tools, make } = TOOLCHAINS[language.id]

  describeWith(tools, `random render steps in ${language.label} (seed ${seed})`, () => {
    const { path: folder, remove } = keptFolder()
    let server: FakeApiServer
    beforeAll(async () => {
      server = await startApiServer()
    })
    afterAll(async () => {
      await server.close()
      remove()
    })

    /** Makes the program of a design, and holds each run of it to the engine. */
    async function compare(design: Design, cases: readonly Case[]): Promise<void> {
      const step: RenderContext = { ...redisStep, ...design, templates: [] }
      const scripts = join(folder, 'scripts')
      writeFiles(folder, language.render(step))
      const [command, ...args] = await make(scripts)
      const session = language.id === 'python' ? pythonSession(command, scripts) : undefined
      onTestFinished(() => session?.close())
      const differences: unknown[] = []
      for (const { templates, request, earlier } of cases) {
        const folders = runFolders(join(folder, 'run'), request)
        const left = earlier?.map(entryOf)
        if (left) writeFiles(folders.metadata, [{ path: SELECTORS, text: toYaml(left) }])
        server.writeKubeconfig(folders.home)
        const resources = join(folder, 'resources')
        rmSync(resources, { recursive: true, force: true })
        writeFiles(resources, templates)
        const before = server.requests.length
        const owner = { name: 'owner', namespace: 'of-it' }
        const env = {
          ...kratixEnvironment(step, folders, owner, resources),
          KRATIX_API_SERVER: server.url, // the Go programs find it by the kubeconfig
        }
        const ran = await (session?.start(env) ?? run(command, args, { env }))
        const expected = expectedOf({ ...step, templates }, request, earlier)
        // No API server has an object of a name that is none: whether one is told does not matter.
        const named = readIdentity(step.type, request).ok
        const published = server.requests.slice(before).map(({ body }) => body)
        const found = foundOf(ran, folders, named ? published : [])
        if (found !== expected)
          differences.push({ found, expected, request, earlier, templates, ran })
      }
      expect(differences.slice(0, 3), `${differences.length} of ${cases.length} cases`).toEqual([])
    }

    test('do what lib/render says of every odd word and number', async () => {
      await compare(oddDesign, [{ templates: oddTemplates, request: oddRequest }])
      const templates = [{ path: 'a.yaml', text: 'only: ${only}\n' }]
      await compare(
        faultDesign,
        faultRequests.map((request) => ({ templates, request })),
      )
    })

    test.each(designs.map((design, i) => ({ design, number: i + 1 })))(
      'do what lib/render says: design $number',
      ({ design, number }) => compare(design, casesOf(design, number)),
    )
  })
}

const SELECTORS = 'destination-selectors.yaml'

/** Kratix reads an entry without a directory, too. */
function entryOf({ directory, matchLabels }: DestinationSelector): object {
  return directory === '' ? { matchLabels } : { directory, matchLabels }
}

/** What a run must show, as text that compares keys in any order. */
function expectedOf(
  step: RenderContext,
  request: Case['request'],
  earlier: Case['earlier'],
): string {
  const rendered = renderStep(step, request)
  const left = earlier && { [`metadata/${SELECTORS}`]: [earlier.map(entryOf)] }
  if (!rendered.ok) {
    return printSorted({
      code: 1,
      reason: rendered.reason,
      files: { ...left },
      published: readIdentity(step.type, request).ok ? [{ status: rendered.status }] : [],
    })
  }
  const merged = mergeDestinations(earlier ?? [], rendered.destinations)
  const files = {
    ...Object.fromEntries(
      rendered.files.map(({ path, documents }) => [`output/${path}`, documents]),
    ),
    ...(rendered.destinations.length === 0 ? left : { [`metadata/${SELECTORS}`]: [merged] }),
    'metadata/status.yaml': [rendered.status],
  }
  return printSorted({ code: 0, reason: '', files, published: [] })
}

function foundOf(ran: Ran, folders: RunFolders, published: readonly unknown[]): string {
  const files = [
    ...Object.entries(filesIn(folders.output)).map(([path, text]) => [`output/${path}`, text]),
    ...Object.entries(filesIn(folders.metadata)).map(([path, text]) => [`metadata/${path}`, text]),
  ].map(([path = '', text = '']) => [path, readOutput(text)])
  const reason = /^(?:error: )?([^\n]*)/.exec(ran.stderr)?.[1]
  return printSorted({ code: ran.code, reason, files: Object.fromEntries(files), published })
}
