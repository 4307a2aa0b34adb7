import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyFileEdits, type Command } from '@/lib/promise/command'
import { type Files, PROMISE_FILE } from '@/lib/promise/files'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { API, readPromise, VERSION_LABEL } from '@/lib/promise/read'
import { storageVersion } from '@/lib/promise/view'
import { propertiesOf, specPropertiesPath } from '@/lib/schema/properties'
import { ELEMENT_TYPES, PROPERTY_TYPES, type Property } from '@/lib/schema/property'
import { promiseDocument } from '@/lib/yaml/document'
import { addProperty } from './add-property'
import { removeProperties } from './bulk-properties'
import { bumpVersion } from './bump-version'
import { duplicateProperty } from './duplicate-property'
import { moveProperty } from './move-property'
import { renameProperty } from './rename-property'
import { setApiNames } from './set-api-names'
import { setDefault } from './set-default'
import { setDescription } from './set-description'
import { setEnum } from './set-enum'
import { setPromiseName } from './set-promise-name'
import { setPromiseVersion } from './set-promise-version'
import { setPropertyType } from './set-property-type'
import { setRegistry } from './set-registry'
import { setRequired } from './set-required'
import { setVersionName } from './set-version-name'
import { filesOf, redis } from './testing'

const folder = join(import.meta.dirname, '../yaml/fixtures/corpus')
const ours = redis[PROMISE_FILE] ?? ''
const corpus: Record<string, Files> = {
  ours: filesOf(redis),
  'with CRLF': filesOf({ [PROMISE_FILE]: ours.replaceAll('\n', '\r\n') }),
  'with a byte-order mark': filesOf({ [PROMISE_FILE]: `\ufeff${ours}` }),
  'without a final newline': filesOf({ [PROMISE_FILE]: ours.trimEnd() }),
  'among other documents': filesOf({ [PROMISE_FILE]: `a: 1\n---\n${ours}---\nb: 2\n` }),
}
for (const name of readdirSync(folder).filter((one) => one.endsWith('.yaml'))) {
  corpus[name] = filesOf({ [PROMISE_FILE]: readFileSync(join(folder, name), 'utf8') })
}

const HOSTILE = [
  'a: {b',
  'a\nb',
  '${x}',
  '"; rm -rf /',
  '$(id)',
  '*/',
  '__proto__',
  'constructor',
  'yes',
  '010',
  '1_000',
  '~',
  '- a',
  '# a',
  'a #b',
  '&a',
  '*a',
  '!!str a',
  '%a',
  '---',
  '...',
  "it's",
  ' a ',
  '\t',
  '\u2028',
  '\ufeff',
  '<<',
  '=',
  '? a',
  '[',
  '{{ x }}',
  '💥',
]
const hostile = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 12 }))

function read(files: Files): unknown {
  const content = files.get(PROMISE_FILE)
  const document = content && promiseDocument(content)
  expect(document?.problems).toEqual([])
  return document?.value()
}

/** All leaves of a value, by path. */
function leaves(value: unknown, path: Path = [], into = new Map<string, unknown>()) {
  const entries = Array.isArray(value)
    ? [...value.entries()]
    : isRecord(value)
      ? Object.entries(value)
      : []
  if (entries.length === 0) into.set(JSON.stringify(path), value)
  for (const [key, child] of entries) leaves(child, [...path, key], into)
  return into
}

/** The paths at which two values differ. */
function differing(before: unknown, after: unknown): Path[] {
  const [a, b] = [leaves(before), leaves(after)]
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((key) => !a.has(key) || !b.has(key) || a.get(key) !== b.get(key))
    .filter((key) => !(isEmpty(a.get(key)) && isEmpty(b.get(key))))
    .map((key) => JSON.parse(key))
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

function run(files: Files, command: Command): Files | undefined {
  const outcome = command.run(files)
  if (outcome.kind !== 'change') return undefined
  const before = new Map(files)
  const after = applyFileEdits(files, outcome.edits)
  expect(files).toEqual(before) // undo is the map of before: nothing may have changed it
  return after
}

function flat(properties: readonly Property[]): Property[] {
  return properties.flatMap((one) => [one, ...flat(one.children)])
}

describe.each(Object.entries(corpus))('%s', (_, files) => {
  const before = read(files)
  const small = (files.get(PROMISE_FILE)?.size ?? 0) < 10_000
  const numRuns = small ? 10 : 1 // the texts go round over all files
  const view = readPromise(before)
  const version = view.api && storageVersion(view.api)
  const properties = version ? flat(propertiesOf(version.schema, version.schemaPath)) : []
  const parent = version ? specPropertiesPath(version.schemaPath) : []

  test('a text in a field is that text, and nothing else changes', () => {
    const well = (text: string) => text.toWellFormed()
    fc.assert(
      fc.property(hostile, (text) => {
        const [first] = properties
        const fields: [Command, Path, string?][] = [
          [setPromiseName(text), ['metadata', 'name']],
          [setPromiseVersion(text), VERSION_LABEL],
          [setApiNames({ group: text }), [...API, 'spec', 'group']],
          [setApiNames({ kind: text }), [...API, 'spec', 'names', 'kind']],
          [setApiNames({ plural: text }), [...API, 'spec', 'names', 'plural']],
          [setApiNames({ crdName: text }), [...API, 'metadata', 'name']],
          ...(version
            ? [[setVersionName(0, text), [...version.path, 'name']] as [Command, Path]]
            : []),
          ...(first && text !== ''
            ? [
                [setDescription(first.path, text), [...first.path, 'description']] as [
                  Command,
                  Path,
                ],
                [setDefault(first.path, text), [...first.path, 'default']] as [Command, Path],
              ]
            : []),
        ]
        for (const [command, path] of fields) {
          const after = run(files, command)
          if (!after) continue
          const value = read(after)
          expect(valueAt(value, path)).toBe(well(text))
          const followers = /names|group|metadata|image/
          const others = differing(before, value).filter((one) => String(one) !== String(path))
          for (const one of others) expect(String(one)).toMatch(followers)
        }
      }),
      { numRuns },
    )
  })

  test('a property keeps to its place under any name', () => {
    if (!version) return
    fc.assert(
      fc.property(hostile, fc.constantFrom(...PROPERTY_TYPES), (name, type) => {
        const after = run(files, addProperty(parent, name, type))
        if (!after) return
        const added = [...parent, name.toWellFormed()]
        const value = read(after)
        expect(valueAt(value, added)).toBeDefined()
        for (const path of differing(before, value)) {
          expect(path.slice(0, added.length)).toEqual(added)
        }
        const removed = run(after, removeProperties([added]))
        expect(removed && differing(before, read(removed))).toEqual([])
      }),
      { numRuns },
    )
  })

  test('a rename there and back is the text of before', () => {
    for (const { path, name } of properties) {
      const renamed = run(files, renameProperty(path, 'renamed-property'))
      const back =
        renamed && run(renamed, renameProperty([...path.slice(0, -1), 'renamed-property'], name))
      expect(back?.get(PROMISE_FILE)?.text).toBe(files.get(PROMISE_FILE)?.text)
    }
  })

  test('a move to the end there and back is the text of before', () => {
    for (const [i, { path, name }] of properties.entries()) {
      const list = path.slice(0, -1)
      const siblings = properties.filter((one) => String(one.path.slice(0, -1)) === String(list))
      const after = siblings[siblings.findIndex((one) => one.path === path) + 1]
      if (!after || i > 8) continue
      const moved = run(files, moveProperty(path, { parent: list }))
      const back =
        moved && run(moved, moveProperty([...list, name], { parent: list, before: after.name }))
      expect(back?.get(PROMISE_FILE)?.text).toBe(files.get(PROMISE_FILE)?.text)
    }
  })

  test('any sequence of commands keeps the text readable, and the rest of the Promise', () => {
    if (properties.length === 0) return
    const some = fc.constantFrom(...properties)
    const wraps = fc.array(fc.constantFrom('list', 'map'), { maxLength: 3 })
    const command = fc.oneof(
      fc
        .tuple(some, wraps, fc.constantFrom(...ELEMENT_TYPES))
        .map(([p, around, type]) => setPropertyType(p.path, { wraps: around, type })),
      fc.tuple(some, fc.boolean()).map(([p, on]) => setRequired(p.path, on)),
      fc
        .tuple(some, fc.oneof(hostile, fc.integer(), fc.boolean(), fc.constant(undefined)))
        .map(([p, v]) => setDefault(p.path, v)),
      fc.tuple(some, hostile).map(([p, text]) => setDescription(p.path, text)),
      fc
        .tuple(some, fc.array(hostile, { minLength: 1, maxLength: 3 }))
        .map(([p, v]) => setEnum(p.path, v)),
      fc.tuple(some, hostile).map(([p, name]) => renameProperty(p.path, name)),
      some.map((p) => duplicateProperty(p.path)),
      some.map((p) => removeProperties([p.path])),
      fc
        .tuple(some, some)
        .map(([p, to]) =>
          moveProperty(p.path, { parent: to.childrenPath ?? to.path.slice(0, -1) }),
        ),
      fc
        .tuple(hostile, fc.constantFrom(...PROPERTY_TYPES))
        .map(([name, type]) => addProperty(parent, name, type, { index: 0 })),
      hostile.map(setRegistry),
      fc.constantFrom('patch', 'minor', 'major').map((bump) => bumpVersion(bump)),
    )
    fc.assert(
      fc.property(fc.array(command, { maxLength: 8 }), (commands) => {
        let now = files
        for (const one of commands) now = run(now, one) ?? now
        for (const path of differing(before, read(now))) {
          expect(String(path)).toMatch(/openAPIV3Schema|promise-version|image/)
        }
      }),
      { numRuns },
    )
  })
})
