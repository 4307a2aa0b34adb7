import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countFates, type ImportInput, isImportReport } from '@/lib/importers'
import { PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { build } from './build'
import { type OpenedRepository, openRepository } from './open'
import { contentsOf, RENDER, redisFiles } from './testing'

const PROMISE = 'apiVersion: platform.kratix.io/v1alpha1\nkind: Promise\nmetadata: {name: redis}\n'
const encode = (text: string) => new TextEncoder().encode(text)

function opened(input: ImportInput, promise?: string): OpenedRepository {
  const result = openRepository(input, { promise })
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result))
  return result
}

function folder(texts: Readonly<Record<string, string>>): ImportInput {
  const files = Object.entries(texts).map(([path, text]) => ({ path, bytes: encode(text) }))
  return { kind: 'folder', name: 'redis', files }
}

function fates({ report }: OpenedRepository): Record<string, string> {
  return Object.fromEntries(report.items.map(({ path, fate }) => [path, fate]))
}

test('every file of an export is accounted for, and what is generated is made again', () => {
  const exported = contentsOf(build(redisFiles()))
  const texts = [...exported].map(([path, { text }]): [string, string] => [path, text ?? ''])
  const program = `${RENDER}scripts/pipeline.ts`
  const all = Object.fromEntries(texts)
  const result = opened(
    folder({ ...all, [program]: '// mine\n', 'docs/why.md': '', 'workflows/a/b/c/d/e': '' }),
  )
  const found = fates(result)
  expect(found[PROMISE_FILE]).toBe('recognised')
  expect(found[SETTINGS_FILE]).toBe('recognised')
  expect(found[program]).toBe('recognised')
  expect(found.Makefile).toBe('regenerated')
  expect(found[`${RENDER}resources/redis-failover.yaml`]).toBe('recognised')
  expect(found['docs/why.md']).toBe('kept')
  expect(found['workflows/a/b/c/d/e']).toBe('unknown')
  expect(Object.keys(found).sort()).toEqual(
    [...new Set([...exported.keys(), 'docs/why.md', 'workflows/a/b/c/d/e'])].sort(),
  )
  expect(isImportReport(JSON.parse(JSON.stringify(result.report)))).toBe(true)
  expect([...result.received.keys()]).toContain('Makefile')
})

test('a settings file that cannot be read, and a base without its file, are unknown', () => {
  const result = opened(
    folder({
      [PROMISE_FILE]: PROMISE,
      [SETTINGS_FILE]: 'version: 99\n',
      '.promise-designer/base/Makefile': '',
    }),
  )
  expect(result.report.items).toEqual([
    {
      path: SETTINGS_FILE,
      fate: 'unknown',
      reason: expect.stringContaining('was written by a newer version'),
      news: true,
    },
    expect.objectContaining({ path: '.promise-designer/base/Makefile', fate: 'unknown' }),
    expect.objectContaining({ path: PROMISE_FILE, fate: 'recognised' }),
  ])
})

test('the parts of a split Promise are recognised; beside a whole Promise they are not read', () => {
  const crd = 'kind: CustomResourceDefinition\nspec: {names: {kind: Redis}}\n'
  const parts = {
    'api.yaml': crd,
    'dependencies.yaml': '',
    'workflows/resource/configure/workflow.yaml': '[]\n',
  }
  expect(Object.values(fates(opened(folder(parts))))).toEqual(Array(3).fill('recognised'))
  const whole = opened(folder({ ...parts, [PROMISE_FILE]: `${PROMISE}spec: {api: {kind: A}}\n` }))
  expect(fates(whole)).toMatchObject({ 'api.yaml': 'kept', 'dependencies.yaml': 'kept' })
  expect(whole.report.items.filter(({ news }) => news)).toHaveLength(3)
})

test('a report gives paths as they were in the input', () => {
  const result = opened(folder({ 'a/redis.yaml': PROMISE, 'a/x.bin': '', 'README.md': '' }))
  expect(result.report.items.map(({ path, fate, news }) => [path, fate, news])).toEqual([
    ['README.md', 'skipped', true],
    ['a/redis.yaml', 'recognised', true],
    ['a/x.bin', 'kept', undefined],
  ])
})

test('of several documents in one file the chosen one is opened as it is written', () => {
  const text = `# first\n${PROMISE}---\nkind: Namespace\n---\r\n# kafka\r\n${PROMISE.replace('redis', 'kafka')}`
  const input: ImportInput = { kind: 'file', name: 'all.yaml', bytes: encode(text) }
  const asked = openRepository(input)
  if (asked.kind !== 'choice') throw new Error(asked.kind)
  expect(asked.choices).toEqual([
    {
      id: 'all.yaml#1',
      name: 'redis',
      path: 'all.yaml',
      document: 1,
      reason: 'It is the first in the file.',
    },
    { id: 'all.yaml#3', name: 'kafka', path: 'all.yaml', document: 3 },
  ])
  for (const choice of ['all.yaml#3', 'kafka', '3']) {
    const result = opened(input, choice)
    expect(result.files.get(PROMISE_FILE)?.text).toBe(
      `---\r\n# kafka\r\n${PROMISE.replace('redis', 'kafka')}`,
    )
    expect(fates(result)).toEqual({
      'all.yaml#1': 'skipped',
      'all.yaml#2': 'skipped',
      'all.yaml#3': 'recognised',
    })
  }
  expect(openRepository(input, { promise: '2' }).kind).toBe('failure')
})

test('a folder that its own .gitignore lists is skipped, one that it does not is kept', () => {
  const result = opened(
    folder({
      'r/promise.yaml': PROMISE,
      'r/.gitignore': 'dist/\n/build\nout\n!out/keep\n',
      'r/dist/a': '',
      'r/x/dist/b': '',
      'r/build/c': '',
      'r/x/build/d': '',
      'r/out/e': '',
      'r/target/f': '',
      'r/tool/CACHEDIR.TAG': 'Signature: 8a477f597d28d172789f06886806bc55\n',
      'r/tool/g': '',
    }),
  )
  const skipped = result.report.items.filter(({ fate }) => fate === 'skipped')
  expect(skipped.map(({ path, count, news }) => [path, count, news])).toEqual([
    ['r/build', 1, true],
    ['r/dist', 1, true],
    ['r/tool', 2, true],
    ['r/x/dist', 1, true],
  ])
  expect([...result.files.keys()].sort()).toEqual([
    '.gitignore',
    'out/e',
    'promise.yaml',
    'target/f',
    'x/build/d',
  ])
})

test('names that other disks cannot hold are kept, and said', () => {
  const result = opened(
    folder({ 'promise.yaml': PROMISE, 'aux.md': '', 'README.md': '', 'readme.md': '', 'a ': '' }),
  )
  const news = result.report.items.filter(({ news }) => news)
  expect(news.map(({ path, fate }) => [path, fate])).toEqual([
    ['a ', 'kept'],
    ['aux.md', 'kept'],
    ['readme.md', 'kept'],
  ])
  expect(result.files.size).toBe(5)
})

test('every path of an input is in the report exactly once, whatever it is', () => {
  const part = fc.constantFrom(
    '.git',
    'node_modules',
    'dist',
    'a',
    'workflows',
    'b.yaml',
    '.DS_Store',
  )
  const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'))
  const text = fc.constantFrom('', 'dist\n', PROMISE, 'kind: Namespace\n')
  fc.assert(
    fc.property(fc.dictionary(path, text), (texts) => {
      const given: Record<string, string> = {
        ...texts,
        'promise.yaml': PROMISE,
        '.gitignore': 'dist',
      }
      const paths = Object.keys(given)
      fc.pre(!paths.some((one) => paths.some((other) => other.startsWith(`${one}/`))))
      const result = openRepository(folder(given), { promise: 'promise.yaml' })
      if (result.kind !== 'ok') throw new Error(JSON.stringify(result))
      const { items } = result.report
      for (const one of paths) {
        const of = items.filter(({ path: at, count }) =>
          count === undefined ? at === one : one.startsWith(`${at}/`),
        )
        expect(of.length, one).toBeGreaterThan(0)
      }
      const counts = Object.values(countFates(items)).reduce((sum, count) => sum + count, 0)
      expect(counts).toBe(paths.length)
    }),
    { numRuns: 200 },
  )
})
