import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addProperty } from '@/lib/commands/add-property'
import { addStep } from '@/lib/commands/add-step'
import { bumpVersion } from '@/lib/commands/bump-version'
import { joinParts } from '@/lib/commands/join-parts'
import { setPromiseVersion } from '@/lib/commands/set-promise-version'
import { promiseContent } from '@/lib/layout/assemble'
import { runAssembled } from '@/lib/layout/distribute'
import { SLOTS } from '@/lib/layout/parts'
import { applyFileEdits, type Command } from '@/lib/promise/command'
import { type Files, PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { isRecord, valueAt } from '@/lib/promise/path'
import { readPromise } from '@/lib/promise/read'
import { storageVersion } from '@/lib/promise/view'
import { checkPromise } from '@/lib/rules/check'
import { specPropertiesPath } from '@/lib/schema/properties'
import { parseYaml } from '@/lib/yaml/document'
import { printYaml } from '@/lib/yaml/edit'
import { build } from './build'
import { adopt } from './provenance'
import { contentsOf, filesOf, textOf } from './testing'

const folder = join(import.meta.dirname, '../yaml/fixtures/corpus')
const corpus = readdirSync(folder).filter((name) => name.endsWith('.yaml'))

/** A Promise as the CLI lays it out with `--split`: parts that were printed, and a head for the rest. */
function split(name: string): { readonly files: Files; readonly value: unknown } | undefined {
  const [document] = parseYaml(readFileSync(join(folder, name), 'utf8'))
  const value = document?.value()
  if (!isRecord(value) || !isRecord(value.spec) || value.spec.api === undefined) return undefined
  const { api: _, dependencies: __, workflows, ...spec } = value.spec
  const config = valueAt(workflows, ['config'])
  const head = {
    ...value,
    spec: { ...spec, ...(config !== undefined && { workflows: { config } }) },
  }
  const parts = SLOTS.flatMap(({ file, path }) => {
    const part = valueAt(value, path)
    return part === undefined ? [] : [[file, printYaml(part)] as const]
  })
  const texts = { 'README.md': '# Ours\n', 'dependencies.yaml': '', ...Object.fromEntries(parts) }
  return { files: filesOf({ ...texts, [PROMISE_FILE]: printYaml(head) }), value }
}

const promiseValue = (files: Files): unknown =>
  parseYaml(promiseContent(files)?.text ?? '')[0]?.value()

/** @throws Error when the command is refused or changes nothing. */
function run(files: Files, command: Command): Files {
  const outcome = runAssembled(files, command)
  if (outcome.kind !== 'change') throw new Error(JSON.stringify(outcome))
  return applyFileEdits(files, outcome.edits)
}

const changed = (before: Files, after: Files): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path)?.hash !== after.get(path)?.hash,
  )

function property(files: Files): Command {
  const { api } = readPromise(promiseValue(files))
  const version = api && storageVersion(api)
  if (!version) throw new Error('there is no API')
  return addProperty(specPropertiesPath(version.schemaPath), 'addedHere', 'string')
}

describe.each(corpus.filter((name) => split(name) !== undefined))('%s in parts', (name) => {
  const { files, value } = split(name) ?? { files: new Map(), value: undefined }

  test('says the same, has the same problems, and gets no files without an edit', () => {
    expect(promiseValue(files)).toEqual(value)
    const flat = filesOf({ [PROMISE_FILE]: printYaml(value), 'README.md': '# Ours\n' })
    const codes = (of: Files) => checkPromise(of).map(({ code, message }) => [code, message])
    expect(codes(files)).toEqual(codes(flat))
    expect(adopt(files).files).toEqual(files)
    expect([...build(files).files.keys()].sort()).toEqual([...files.keys()].sort())
  })

  test('takes an edit of the API in api.yaml alone', () => {
    const after = run(files, property(files))
    expect(changed(files, after)).toEqual(['api.yaml'])
    const flat = filesOf({ [PROMISE_FILE]: printYaml(value) })
    expect(promiseValue(after)).toEqual(promiseValue(run(flat, property(flat))))
  })

  test('is joined into one file that says the same', () => {
    const joined = run(files, joinParts())
    expect([...joined.keys()].sort()).toEqual(['README.md', PROMISE_FILE])
    expect(promiseValue(joined)).toEqual(value)
  })
})

describe('a split repository with a step of ours', () => {
  const { files: given } = split('redis.yaml') ?? { files: new Map() }
  const step = addStep(
    { type: 'resource', action: 'configure' },
    { kind: 'custom', language: 'go' },
  )
  const files = run(given, step)
  const built = build(files)

  test('installs what its parts say together', () => {
    const install = built.files.get('install/promise.yaml')
    expect(install?.origin).toBe('generated')
    expect(install?.content.text).toBe(promiseContent(files)?.text)
    expect(textOf(built, 'Makefile')).toContain('--filename install/promise.yaml')
    expect(textOf(built, 'hack/kind-smoke.sh')).toContain('--filename install/promise.yaml')
    expect(textOf(built, 'Makefile')).not.toContain('--filename promise.yaml')
    expect(built.files.has('README.md')).toBe(true)
  })

  test('is the same when the export is opened and built again', () => {
    const opened = adopt(contentsOf(built)).files
    expect(opened.has('install/promise.yaml')).toBe(false)
    expect(opened.has('api.yaml')).toBe(true)
    expect(contentsOf(build(opened))).toEqual(contentsOf(built))
  })

  test('keeps its parts, whatever its settings say of them', () => {
    const hash = files.get('api.yaml')?.hash ?? ''
    const settings = `version: 1\ngenerated:\n  by: x\n  files:\n    api.yaml: ${hash}\n`
    const hostile = new Map([...files, ...filesOf({ [SETTINGS_FILE]: settings })])
    expect(adopt(hostile).files.has('api.yaml')).toBe(true)
  })

  test('changes label and images together, each in its file', () => {
    const labelled = run(files, setPromiseVersion('v1.2.3'))
    const bumped = run(labelled, bumpVersion('minor'))
    expect(changed(labelled, bumped)).toContain(PROMISE_FILE)
    expect(readPromise(promiseValue(bumped)).version).toBe('v1.3.0')
    expect(bumped.get(PROMISE_FILE)?.text).toContain('v1.3.0')
  })
})
