import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { addDependencies } from '@/lib/commands/add-dependencies'
import { type ImportInput, LIMITS } from '@/lib/importers'
import { FileContent, PROMISE_FILE } from '@/lib/promise/files'
import { checkPromise } from '@/lib/rules/check'
import { build } from './build'
import { openRepository } from './open'

// What an attacker would try, as large as the limits allow. The parser has no limits of its own to
// lean on: each of these once took some reader of YAML or of zips minutes, or all of its memory.

const encode = (text: string) => new TextEncoder().encode(text)
const HEAD = 'apiVersion: platform.kratix.io/v1alpha1\nkind: Promise\nmetadata: {name: a}\n'
const file = (text: string): ImportInput => ({
  kind: 'file',
  name: 'promise.yaml',
  bytes: encode(text),
})
const folder = (files: Iterable<readonly [string, string]>): ImportInput => ({
  kind: 'folder',
  name: 'f',
  files: [...files].map(([path, text]) => ({ path, bytes: encode(text) })),
})
const many = (count: number, path: (i: number) => string, text: string) =>
  folder(Array.from({ length: count }, (_, i) => [path(i), text] as const))
const billionLaughs = [...'abcdefghijkl']
  .map((name, i, all) => {
    const items = i === 0 ? '"lol"' : `*${all[i - 1]}`
    return `${name}: &${name} [${Array(9).fill(items).join(', ')}]\n`
  })
  .join('')

const INPUTS: Readonly<Record<string, () => ImportInput>> = {
  'aliases of aliases': () => file(HEAD + billionLaughs),
  'aliases of aliases in a schema': () =>
    file(`${billionLaughs}${HEAD}spec: {api: {spec: {versions: [{schema: *l}]}}}\n`),
  'an anchor within itself': () => file(`${HEAD}spec: &s {dependencies: [*s]}\n`),
  'brackets in one another': () => file(`${HEAD}spec: ${'['.repeat(1 << 20)}`),
  'maps in one another': () =>
    file(HEAD + Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')),
  'lists in one another': () => file(`${HEAD}spec:\n  ${'- '.repeat(1 << 19)}\n`),
  'question marks': () => file(`${HEAD}${'? '.repeat(1 << 19)}\n`),
  'an endless line of spaces': () => file(`${HEAD}metadata:\n${' '.repeat(1 << 20)}\n`.repeat(3)),
  'lines of two spaces': () =>
    folder([
      ['a/x.yaml', `kind: Promise\nmetadata:\n${'  \n'.repeat(50_000)}`],
      ['b/x.yaml', HEAD],
    ]),
  '__proto__ as key': () =>
    file(`${HEAD}__proto__: {polluted: 1}\nspec: {constructor: {prototype: {polluted: 1}}}\n`),
  'invalid UTF-8': () => ({
    kind: 'file',
    name: 'promise.yaml',
    bytes: new Uint8Array([...encode(HEAD), 0xff, 0xc0, 0x80]),
  }),
  'a zip of zeros': () => ({
    kind: 'file',
    name: 'a.zip',
    bytes: zipSync({ 'promise.yaml': encode(HEAD), zeros: new Uint8Array(40 << 20) }, { level: 1 }),
  }),
  '100,000 files': () => many(100_000, (i) => `f${i}`, ''),
  '10,000 Promises': () => many(LIMITS.files, (i) => `p${i}/promise.yaml`, HEAD),
  '10,000 roots of a split layout': () =>
    many(
      LIMITS.files,
      (i) => `p${i >> 1}/${i % 2 ? 'api' : 'dependencies'}.yaml`,
      'kind: CustomResourceDefinition\n',
    ),
  '10,000 settings of steps': () =>
    folder([
      [PROMISE_FILE, HEAD],
      [
        '.promise-designer.yaml',
        `version: 1\nsteps:\n${Array.from({ length: 10_000 }, (_, i) => `  promise/configure/a/b${i}: {kind: custom, language: go}\n`).join('')}`,
      ],
    ]),
  'a device, and names in two cases': () =>
    folder([
      [PROMISE_FILE, HEAD],
      ['nul', ''],
      ['A/x', ''],
      ['a/x', ''],
      ['con.txt/y', ''],
    ]),
}

describe.each(Object.entries(INPUTS))('%s', (_, make) => {
  test('is opened or refused within two seconds, and changes nothing else', {
    timeout: 60_000,
  }, () => {
    const input = make()
    const start = process.cpuUsage()
    const opened = openRepository(input)
    if (opened.kind === 'failure') expect(opened.diagnostics[0]?.message).toMatch(/\w/)
    if (opened.kind === 'ok') {
      build(opened.files)
      checkPromise(opened.files)
    }
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1e6).toBeLessThan(2)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })
})

test.each([
  ['aliases of aliases', billionLaughs],
  ['brackets in one another', `a: ${'['.repeat(1 << 20)}`],
  ['lists in one another', `${'- '.repeat(1 << 19)}\n`],
])(
  '%s, dropped as a dependency, is answered within two seconds',
  { timeout: 60_000 },
  (_, text) => {
    const opened = openRepository(file(HEAD))
    if (opened.kind !== 'ok') throw new Error(opened.kind)
    const start = process.cpuUsage()
    const content = FileContent.fromText(text)
    const outcomes = (['inside', 'image'] as const).map((how) =>
      addDependencies([{ path: 'a.yaml', content }], how).run(opened.files),
    )
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1e6).toBeLessThan(2)
    for (const { kind } of outcomes) expect(['refused', 'change']).toContain(kind)
  },
)
