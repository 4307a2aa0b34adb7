import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { ImportInput } from '@/lib/importers'
import { isSafePath, SETTINGS_FILE } from '@/lib/promise/files'
import { checkPromise } from '@/lib/rules/check'
import { writeZip } from '@/lib/zip/write'
import { build } from './build'
import { openRepository } from './open'
import { redisFiles } from './testing'

/**
 * What people and attackers may open: 2,000 inputs made of real ones, with a seed
 * (`FC_SEED=random` looks further). None may throw, hang, leave the repository or change a
 * prototype; each is answered within two seconds.
 */
const SECONDS_EACH = 2

const FOLDER = join(import.meta.dirname, '../yaml/fixtures/corpus')
const corpus = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
const small = corpus.filter((text) => text.length < 6000)
const repository = [...build(redisFiles('go')).files.values()]
const settings = repository.find(({ path }) => path === SETTINGS_FILE)?.content.text ?? ''
const zips = [
  writeZip(
    repository.map(({ path, content, executable }) => ({ path, bytes: content.bytes, executable })),
  ),
  zipSync({
    'r/promise.yaml': new TextEncoder().encode(small[0]),
    'r/README.md': new Uint8Array(),
    'r/api.yaml': new TextEncoder().encode('kind: CustomResourceDefinition\n'),
    'r/dependencies.yaml': new TextEncoder().encode('[]'),
  }),
]

/** Pieces that readers of YAML and of paths stumble over. */
const PIECES = [
  ...[
    '&a',
    '*a',
    '<<: *a',
    '? ',
    '- ',
    ': ',
    '{',
    '[',
    '}',
    ']',
    '|',
    '>-',
    '!!binary ',
    '%YAML 1.3\n',
  ],
  ...['---\n', '...\n', '\t', '\r', '\0', '\ufeff', '\u2028', '\ud800', '#', "'", '"', '\n    '],
  ...[
    '__proto__: {polluted: 1}\n',
    'constructor:\n  prototype: {polluted: 1}\n',
    'kind: Promise\n',
  ],
  ...['spec:\n  api: {spec: {versions: [{}]}}\n', 'spec: {workflows: []}\n', 'metadata: [1]\n'],
  ...['../', '/etc/passwd', 'C:\\', 'NUL', '${x}', '$(id)', '1e999', '0x', '.inf', '12:30:45', '~'],
  ...[
    'spec: &s {dependencies: [*s]}\n',
    'xaasRequestPipeline: [a]\n',
    'version: 1\nsteps: {a: 1}\n',
  ],
]
const BOMB = `${[...'abcdefghij'].map((name, i) => (i === 0 ? `a: &a [x, x, x, x, x, x, x, x]` : `${name}: &${name} [${Array(8).fill(`*${'abcdefghij'[i - 1]}`)}]`)).join('\n')}\nkind: Promise\n`
const WHOLE = [
  BOMB,
  `kind: Promise\nspec: ${'['.repeat(50_000)}`,
  `kind: Promise\n${'a:\n '.repeat(3000)}`,
]

const change = fc.tuple(
  fc.nat({ max: 1_000_000 }),
  fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })),
  fc.nat({ max: 30 }),
)
const mutated = (texts: readonly string[]) =>
  fc.tuple(fc.constantFrom(...texts), fc.array(change, { maxLength: 6 })).map(([text, changes]) =>
    changes.reduce((now, [at, piece, gone]) => {
      const from = at % (now.length + 1)
      return now.slice(0, from) + piece + now.slice(from + gone)
    }, text),
  )
const encode = (text: string) => new TextEncoder().encode(text)
const lone = fc
  .oneof(
    { weight: 8, arbitrary: mutated(small) },
    { weight: 1, arbitrary: fc.constantFrom(...WHOLE) },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.constantFrom(...PIECES), { maxLength: 40 })
        .map((all) => `kind: Promise\n${all.join('')}`),
    },
  )
  .map((text): ImportInput => ({ kind: 'file', name: 'promise.yaml', bytes: encode(text) }))
const bytes = fc.array(fc.tuple(fc.nat({ max: 10_000_000 }), fc.nat({ max: 255 })), {
  maxLength: 12,
})
const zipped = fc
  .tuple(fc.constantFrom(...zips), bytes, fc.option(fc.nat({ max: 100 })))
  .map(([zip, changes, cut]): ImportInput => {
    const copy = zip.slice(0, cut === null ? zip.length : Math.floor((zip.length * cut) / 100))
    // Most of a zip is packed data, found out by its checksum; what is read lies at its end.
    for (const [at, value] of changes) {
      const place =
        at % 2 === 0 ? at % copy.length : copy.length - 1 - (at % Math.min(copy.length, 900))
      if (copy.length > 0) copy[place] = value
    }
    return { kind: 'file', name: 'r.zip', bytes: copy }
  })
const path = fc.oneof(
  fc.constantFrom(
    'promise.yaml',
    SETTINGS_FILE,
    'api.yaml',
    'dependencies.yaml',
    'example-resource.yaml',
    'Makefile',
  ),
  fc.constantFrom('workflows/resource/configure/workflow.yaml', '.promise-designer/base/Makefile'),
  fc.constantFrom(
    'workflows/resource/configure/instance/render/resources/a.yaml',
    'PROMISE.yaml',
    '__proto__',
  ),
  fc
    .array(fc.constantFrom(...PIECES, 'a', 'b'), { minLength: 1, maxLength: 4 })
    .map((all) => all.join('/')),
)
const folder = fc
  .tuple(
    mutated([...small, 'kind: Promise\n']),
    mutated([settings, 'version: 1\n', 'version: 1\nsteps: {}\n']),
    fc.array(fc.tuple(path, mutated([...small, settings, '', 'a: 1\n'])), { maxLength: 8 }),
  )
  .map(([promise, own, more]): ImportInput => {
    const all = new Map([['promise.yaml', promise], [SETTINGS_FILE, own], ...more])
    const files = [...all].map(([name, text]) => ({ path: name, bytes: encode(text) }))
    return { kind: 'folder', name: 'r', files }
  })

/** Opens, builds and judges, as the page does. */
function go(input: ImportInput): void {
  const start = process.cpuUsage()
  let opened = openRepository(input)
  if (opened.kind === 'choice') opened = openRepository(input, { promise: opened.choices[0].id })
  if (opened.kind === 'failure') expect(opened.diagnostics.length).toBeGreaterThan(0)
  if (opened.kind === 'ok') {
    const built = build(opened.files)
    for (const name of built.files.keys()) expect(isSafePath(name), name).toBe(true)
    // What the user has is in the result as it was, whatever it is.
    for (const [name, content] of opened.files) {
      if (name !== SETTINGS_FILE) expect(built.files.get(name)?.content).toBe(content)
    }
    checkPromise(opened.files)
  }
  // Of the processor, so that a busy machine does not fail the test.
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1e6).toBeLessThan(SECONDS_EACH)
}

test.each([
  ['a lone file', lone, 900],
  ['a zip', zipped, 600],
  ['a folder with settings', folder, 500],
] as const)(
  '%s is opened or refused, whatever is in it',
  { timeout: 120_000 },
  (_, input, numRuns) => {
    fc.assert(fc.property(input, go), { numRuns })
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  },
)
