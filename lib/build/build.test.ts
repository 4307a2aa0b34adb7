import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FileContent, type Files, PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { isRecord, type Path } from '@/lib/promise/path'
import { parseYaml } from '@/lib/yaml/document'
import { printYaml } from '@/lib/yaml/edit'
import { build } from './build'
import { DEPENDENCIES, filesOf, RENDER, redisFiles, textOf } from './testing'
import { GENERATOR } from './version'

const readYaml = (text: string): unknown => parseYaml(text)[0]?.value()

function having(files: Files, texts: Readonly<Record<string, string>>): Files {
  return new Map([...files, ...filesOf(texts)])
}

describe('build', () => {
  test('passes authored files through, byte for byte', () => {
    const binary = FileContent.fromBytes(new Uint8Array([0xff, 0xfe, 0]))
    const odd = '\ufeffkind: "x" # no final newline, CRLF\r\nb: 1'
    const files = new Map([...having(redisFiles(), { 'notes.txt': odd }), ['logo.bin', binary]])
    const built = build(files).files
    for (const [path, content] of files) {
      if (path !== SETTINGS_FILE) expect(built.get(path)?.content, path).toBe(content)
    }
    expect(built.get('logo.bin')?.origin).toBe('authored')
  })
  test('is the same object for the same files, and the same files for equal ones', () => {
    const files = redisFiles()
    expect(build(files)).toBe(build(files))
    const again = build(redisFiles())
    expect([...again.files.keys()]).toEqual([...build(files).files.keys()])
    for (const [path, { content }] of build(files).files) {
      expect(again.files.get(path)?.content.hash, path).toBe(content.hash)
    }
  })
  test('sorts the files by path and marks scripts executable', () => {
    const paths = [...build(redisFiles()).files.keys()]
    expect(paths).toEqual([...paths].sort())
    const modes = [...build(redisFiles()).files.values()].filter(({ executable }) => executable)
    expect(modes.map(({ path }) => path)).toEqual([
      'hack/kind-smoke.sh',
      'hack/test-step.sh',
      `${DEPENDENCIES}scripts/pipeline.sh`,
    ])
  })
  test('makes what a repository needs', () => {
    const { files, diagnostics } = build(redisFiles())
    expect(diagnostics).toEqual([])
    for (const path of [
      ...['README.md', 'Makefile', '.gitignore', 'example-resource.yaml', 'hack/kind-smoke.sh'],
      ...['Dockerfile', '.dockerignore', 'scripts/pipeline.ts', 'tests/object.yaml'].map(
        (one) => RENDER + one,
      ),
      ...['Dockerfile', '.dockerignore', 'scripts/pipeline.sh'].map((one) => DEPENDENCIES + one),
    ]) {
      expect(files.get(path)?.origin, path).toBe('generated')
    }
    expect(files.has(`${RENDER}resources/.gitkeep`)).toBe(false)
  })
  test('writes LF alone, and a line end at the end', () => {
    for (const { path, content, origin } of build(redisFiles()).files.values()) {
      if (origin !== 'generated' || content.size === 0) continue
      expect(content.text, path).toMatch(/[^\n]\n$/)
      expect(content.text, path).not.toContain('\r')
    }
  })
  test('keeps an empty resources folder by a file', () => {
    const files = new Map(redisFiles())
    files.delete(`${RENDER}resources/redis-failover.yaml`)
    expect(textOf(build(files), `${RENDER}resources/.gitkeep`)).toBe('')
    expect(build(files).files.has(`${RENDER}resources/.gitkeep`)).toBe(true)
  })
  test('generates nothing for an image that exists already', () => {
    const step = { type: 'resource', action: 'configure', pipeline: 'notify', container: 'send' }
    const { files } = build(redisFiles('typescript', [step]))
    expect([...files.keys()].filter((path) => path.includes('notify'))).toEqual([])
    expect(files.get('README.md')?.content.text).toContain('`notify/send`')
  })
  test('builds what has a Dockerfile of its own, as the kratix command line lays it out', () => {
    const step = { type: 'resource', action: 'configure', pipeline: 'notify', container: 'send' }
    const folder = 'workflows/resource/configure/notify/send/'
    const files = having(redisFiles('typescript', [step]), {
      [`${folder}Dockerfile`]: 'FROM x:1\n',
    })
    expect(textOf(build(files), 'Makefile')).toContain(`:= ${folder.slice(0, -1)}\n`)
    expect(build(files).files.get(`${folder}Dockerfile`)?.origin).toBe('authored')
  })
})

describe('the tests of a step', () => {
  test('expect of a render step what the reference renderer makes of the example', () => {
    const built = build(redisFiles())
    const object = readYaml(textOf(built, `${RENDER}tests/object.yaml`))
    expect(object).toEqual({
      apiVersion: 'mygroup.org/v1alpha1',
      kind: 'Redis',
      metadata: { name: 'example-redis', namespace: 'default' },
      spec: { size: 'small' },
    })
    const output = `${RENDER}tests/expected-output/redis-failover-default-example-redis.yaml`
    expect(readYaml(textOf(built, output))).toEqual({
      apiVersion: 'databases.spotahome.com/v1',
      kind: 'RedisFailover',
      metadata: { name: 'example-redis', namespace: 'default' },
      spec: { redis: { replicas: 1 }, sentinel: { replicas: 1 } },
    })
    expect(readYaml(textOf(built, `${RENDER}tests/expected-metadata/status.yaml`))).toEqual({
      stage: 'provisioning',
      message: 'Redis with 1 replicas',
      reason: '',
    })
  })
  test("follow the user's own example", () => {
    const example =
      'apiVersion: mygroup.org/v1alpha1\nkind: Redis\nmetadata:\n  name: mine\nspec:\n  size: large\n'
    const built = build(having(redisFiles(), { 'example-resource.yaml': example }))
    expect(textOf(built, 'example-resource.yaml')).toBe(example)
    const output = `${RENDER}tests/expected-output/redis-failover-default-mine.yaml`
    expect(textOf(built, output)).toContain('replicas: 3')
    expect(textOf(built, 'README.md')).toContain('redises.mygroup.org/mine')
  })
  test('expect of a custom step what its starting point does', () => {
    const settings = { kind: 'custom', language: 'typescript' }
    const custom = ['configure', 'delete'].flatMap((action) =>
      ['promise', 'resource'].map((type) => ({
        ...{ type, action, pipeline: 'own', container: 'step', settings },
      })),
    )
    const built = build(redisFiles('typescript', custom))
    const below = (workflow: string) =>
      [...built.files.keys()].filter((path) =>
        path.startsWith(`workflows/${workflow}/own/step/tests/`),
      )
    expect(below('resource/configure').map((path) => path.split('/tests/')[1])).toEqual([
      'expected-metadata/status.yaml',
      'expected-output/configmap-default-example-redis-step.yaml',
      'object.yaml',
    ])
    expect(below('promise/configure')).toHaveLength(3)
    expect(below('promise/delete').map((path) => path.split('/tests/')[1])).toEqual([
      'expected-metadata/.gitkeep',
      'expected-output/.gitkeep',
      'object.yaml',
    ])
    expect(readYaml(textOf(built, below('promise/delete').at(-1) ?? ''))).toMatchObject({
      kind: 'Promise',
      metadata: { name: 'redis' },
    })
  })
  test('expect nothing of a program that the user changed', () => {
    const program = `${RENDER}scripts/pipeline.ts`
    const built = build(having(redisFiles(), { [program]: 'process.exit(0)\n' }))
    expect(built.files.has(`${RENDER}tests/object.yaml`)).toBe(true)
    expect([...built.files.keys()].join('\n')).not.toContain(`${RENDER}tests/expected`)
  })
})

describe('problems', () => {
  test('of a template point at it, with the cure', () => {
    const path = `${RENDER}resources/redis-failover.yaml`
    const files = having(redisFiles(), { [path]: 'kind: A\nport: 010\nsize: ${nothing}\n' })
    const { diagnostics } = build(files)
    expect(diagnostics.map(({ code, place }) => [code, place.file])).toEqual([
      ['template', path],
      ['template', path],
    ])
    const [first, second] = diagnostics
    expect(second?.message).toContain('nothing')
    const outcome = first?.fix?.run(files)
    expect(outcome?.kind === 'change' && outcome.edits[0]).toMatchObject({
      kind: 'text',
      edits: [{ insert: '"010"' }],
    })
    expect(first?.fix?.run(redisFiles()).kind).toBe('unchanged')
  })
  test('with the example are told, and the step has no expectations', () => {
    const files = new Map(redisFiles())
    const settings = files.get(SETTINGS_FILE)?.text ?? ''
    const odd = having(files, { [SETTINGS_FILE]: settings.replace('when: small', 'when: tiny') })
    const { diagnostics, files: built } = build(odd)
    expect(diagnostics[0]).toMatchObject({ code: 'example-not-rendered', severity: 'warning' })
    expect(diagnostics[0]?.message).toContain('allowed values')
    expect([...built.keys()].join('\n')).not.toContain(`${RENDER}tests/expected`)
  })
  test('of a text that cannot be read keep the record as it is', () => {
    const built = build(redisFiles())
    const settings = textOf(built, SETTINGS_FILE)
    const broken = having(redisFiles(), {
      [PROMISE_FILE]: 'kind: Promise\nspec: [\n',
      [SETTINGS_FILE]: settings,
    })
    const { diagnostics, files } = build(broken)
    expect(diagnostics.map(({ code }) => code)).toEqual(['build-unreadable'])
    expect(files.get(SETTINGS_FILE)?.content.text).toBe(settings)
  })
  test('are never thrown, whatever the Promise holds', () => {
    const text = redisFiles().get(PROMISE_FILE)?.text ?? ''
    const long = text.replace('size:', `? ${'k'.repeat(2000)}\n                    :`)
    expect(long).not.toBe(text)
    const deep = text.replace('type: string', `default: ${'['.repeat(300)}${']'.repeat(300)}`)
    for (const odd of [long, deep]) {
      expect(() => build(having(redisFiles(), { [PROMISE_FILE]: odd }))).not.toThrow()
    }
    for (const text of ['', 'kind: Promise', '[]', 'a: *b', 'kind: Promise\nspec: 3\n', '\u0000']) {
      expect(() => build(filesOf({ [PROMISE_FILE]: text })), text).not.toThrow()
    }
  })
  test('are never thrown, whatever stands anywhere in Promise and settings', () => {
    const read = (path: string) => readYaml(redisFiles().get(path)?.text ?? '')
    const [promise, settings] = [read(PROMISE_FILE), read(SETTINGS_FILE)]
    const anywhere = (value: unknown) =>
      fc
        .tuple(fc.constantFrom(...placesIn(value)), fc.jsonValue())
        .map(([path, other]) => printYaml(replaceAt(value, path, other)))
    fc.assert(
      fc.property(anywhere(promise), anywhere(settings), (one, other) => {
        build(having(redisFiles(), { [PROMISE_FILE]: one, [SETTINGS_FILE]: other }))
      }),
      { numRuns: 100 },
    )
  })
})

/** The paths of everything in `value`. */
function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  const below = Array.isArray(value)
    ? value.flatMap((item, i) => placesIn(item, [...at, i]))
    : Object.entries(value).flatMap(([key, item]) => placesIn(item, [...at, key]))
  return [at, ...below]
}

function replaceAt(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other
  if (Array.isArray(value)) {
    return value.map((item, i) => (i === key ? replaceAt(item, rest, other) : item))
  }
  if (!isRecord(value)) return value
  return { ...value, [key]: replaceAt(value[key], rest, other) }
}

describe('origins', () => {
  test('a file of the user is never replaced', () => {
    const files = having(redisFiles(), { 'README.md': '# Mine\n', Makefile: 'all:\n' })
    const built = build(files).files
    expect(built.get('README.md')).toMatchObject({ origin: 'authored' })
    expect(built.get('README.md')?.content.text).toBe('# Mine\n')
    expect(built.get('Makefile')?.content.text).toBe('all:\n')
    expect(textOf(build(files), SETTINGS_FILE)).not.toContain('README.md')
  })
  test('a file of the user in the way of ours stays, also when it differs in case', () => {
    const files = having(redisFiles(), { 'Readme.md': '# Mine\n', hack: 'a file\n' })
    const built = build(files)
    expect([...built.files.keys()].filter((path) => /^(readme|hack)/i.test(path))).toEqual([
      'Readme.md',
      'hack',
    ])
    expect(built.diagnostics.map(({ code, place }) => [code, place.file])).toEqual([
      ['build-path', 'README.md'],
      ['build-path', 'hack/test-step.sh'],
      ['build-path', 'hack/kind-smoke.sh'],
    ])
  })
  test('a generated file that the user changed is edited, and its base is kept', () => {
    const base = textOf(build(redisFiles()), 'README.md')
    const edited = having(redisFiles(), {
      'README.md': `${base}\nMore.\n`,
      '.promise-designer/base/README.md': base,
    })
    expect(build(edited).files.get('README.md')?.origin).toBe('edited')
  })
  test('the settings change in the record alone', () => {
    const before = redisFiles().get(SETTINGS_FILE)?.text ?? ''
    const after = textOf(build(redisFiles()), SETTINGS_FILE)
    expect(after.startsWith(before)).toBe(true)
    expect(after.slice(before.length)).toMatch(/^generated:\n {2}by: promise-designer /)
  })
})

describe('a repository that is not ours', () => {
  test('gets no file', () => {
    const files = filesOf({
      [PROMISE_FILE]: redisFiles().get(PROMISE_FILE)?.text ?? '',
      'README.md': '# Theirs\n',
    })
    expect([...build(files).files.keys()]).toEqual(['README.md', PROMISE_FILE])
  })
  test('but a lone Promise becomes a repository', () => {
    const text = redisFiles().get(PROMISE_FILE)?.text ?? ''
    const built = build(filesOf({ [PROMISE_FILE]: text }))
    expect([...built.files.keys()]).toEqual([
      '.gitignore',
      SETTINGS_FILE,
      'Makefile',
      'README.md',
      'example-resource.yaml',
      'hack/kind-smoke.sh',
      'hack/test-step.sh',
      PROMISE_FILE,
    ])
    expect(textOf(built, PROMISE_FILE)).toBe(text)
    expect(textOf(built, SETTINGS_FILE)).toMatch(/^version: 1\ngenerated:\n/)
  })
  test('nor does one whose settings a newer version wrote', () => {
    const files = having(redisFiles(), { [SETTINGS_FILE]: 'version: 3\n' })
    expect(build(files).files.size).toBe(files.size)
    expect(textOf(build(files), SETTINGS_FILE)).toBe('version: 3\n')
  })

  test('settings that broke are told, so that nobody takes what is missing for removed', () => {
    const broken = having(redisFiles(), { [SETTINGS_FILE]: 'version: 1\nsteps: [' })
    const codes = (files: Files) => build(files).diagnostics.map(({ code }) => code)
    expect(codes(broken)).toEqual(['build-unreadable'])
    expect(codes(having(redisFiles(), { [SETTINGS_FILE]: 'version: 3\n' }))).toEqual([])
  })
})

test('the generator names the version of the package', () => {
  const { version } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
  )
  expect(GENERATOR).toBe(`promise-designer ${version}`)
})
