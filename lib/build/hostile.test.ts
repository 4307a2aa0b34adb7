import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { type Files, isSafePath, PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { isRecord } from '@/lib/promise/path'
import type { LanguageId } from '@/lib/promise/settings'
import { LANGUAGE_LIST } from '@/lib/scaffolds/languages'
import { parseYaml } from '@/lib/yaml/document'
import { printYaml } from '@/lib/yaml/edit'
import { build } from './build'
import { filesOf, mapStrings, redisFiles, type Step } from './testing'
import type { Build } from './types'

const hostile = [
  'a: {b',
  'two\nlines\r\n  three: 3',
  '${x} $(id) `id` $$',
  '"; rm -rf / #',
  "'; touch pwned; '",
  '*/ process.exit() //',
  '"""\nimport os',
  'a | b \\',
  '$(shell touch pwned)',
  '../../../etc/passwd',
  '{{.Values.x}} %s %d \\u0000',
  'EOF\nRUN touch pwned',
  '-rf',
  '\u2028\u202eabc',
]

// Without these the Promise would be another one, not one with other words in it.
const fixed = new Set([
  ...['apiVersion', 'type', 'from', 'language', 'settings', 'when'],
  ...['instance', 'render', 'dependencies', 'configure-deps', 'own', 'step'],
])

/** The design with `text` in place of, or around, every string that the user may choose. */
function designed(language: LanguageId, text: string): Files {
  const files = redisFiles(language, [
    ...['promise', 'resource'].flatMap((type) =>
      ['configure', 'delete'].map(
        (action): Step => ({
          ...{ type, action, pipeline: 'own', container: 'step' },
          settings: { kind: 'custom', language },
        }),
      ),
    ),
  ])
  const read = (path: string) => parseYaml(files.get(path)?.text ?? '')[0]?.value()
  const promise = read(PROMISE_FILE)
  const settings = read(SETTINGS_FILE)
  if (!isRecord(promise) || !isRecord(settings)) throw new Error('no design')
  const api = replace(promise, text, new Set(['kind', 'metadata', 'spec']))
  return new Map([
    ...files,
    ...filesOf({
      [PROMISE_FILE]: printYaml({ ...api, kind: 'Promise', apiVersion: promise.apiVersion }),
      [SETTINGS_FILE]: printYaml(settings),
    }),
  ])
}

function replace(value: Readonly<Record<string, unknown>>, text: string, keys: Set<string>) {
  const word = (old: string, key: string): string => {
    if (fixed.has(key) || fixed.has(old) || /^(platform\.kratix|apiextensions|Pipeline$)/.test(old))
      return old
    return old === 'string' || old === 'object' ? old : text
  }
  const walk = (held: unknown, key: string): unknown => {
    if (typeof held === 'string') return word(held, key)
    if (Array.isArray(held)) return held.map((item) => walk(item, key))
    if (!isRecord(held)) return held
    return Object.fromEntries(Object.entries(held).map(([own, item]) => [own, walk(item, own)]))
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [key, keys.has(key) ? walk(held, key) : held]),
  )
}

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function unpack({ files }: Build): string {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
  folders.push(folder)
  for (const { path, content } of files.values()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content.bytes)
  }
  return folder
}

/** Maps, lists and types without their words. */
const shape = (value: unknown): unknown => mapStrings(value, () => 'text')

describe.each(LANGUAGE_LIST)('hostile words in every field, with $label', ({ id }) => {
  const usual = build(designed(id, 'plain'))
  test.each(hostile)('%j', (text) => {
    const built = build(designed(id, text))
    const paths = [...built.files.keys()]
    expect(paths.every(isSafePath)).toBe(true)
    expect(paths.filter((path) => !/tests\/expected/.test(path))).toEqual(
      [...usual.files.keys()].filter((path) => !/tests\/expected/.test(path)),
    )
    for (const { path, content, origin } of built.files.values()) {
      const before = usual.files.get(path)?.content.text ?? ''
      if (origin !== 'generated') continue
      if (/Dockerfile$|ignore$|\.gitkeep$/.test(path)) expect(content.text, path).toBe(before)
      if (!/\.ya?ml$/.test(path)) continue
      const documents = parseYaml(content.text ?? '')
      expect(
        documents.map(({ broken }) => broken),
        path,
      ).toEqual([false])
      if (!path.includes('/expected-')) {
        expect(shape(documents[0]?.value()), path).toEqual(shape(parseYaml(before)[0]?.value()))
      }
    }
    const folder = unpack(built)
    const scripts = paths.filter((one) => one.endsWith('.sh')).map((one) => join(folder, one))
    execFileSync('bash', ['-c', 'for one; do bash -n "$one" || exit 1; done', 'check', ...scripts])
    const out = execFileSync('make', ['-n', '-C', folder, 'build', 'test', 'install', 'status'], {
      encoding: 'utf8',
    })
    expect(out).not.toMatch(/^touch|^rm -rf/m)
    expect(execFileSync('find', [folder, '-name', 'pwned'], { encoding: 'utf8' })).toBe('')
  })
  test('never in a path: a step whose names cannot be folders has no files', () => {
    for (const text of hostile) {
      const step = {
        type: 'resource',
        action: 'configure',
        settings: { kind: 'custom', language: id },
      }
      for (const names of [
        { pipeline: text, container: 'step' },
        { pipeline: 'own', container: text },
      ]) {
        const built = build(redisFiles('go', [{ ...step, ...names }]))
        expect([...built.files.keys()].every(isSafePath), text).toBe(true)
        expect([...built.files.keys()], text).toEqual([...build(redisFiles('go')).files.keys()])
      }
    }
  })
})
