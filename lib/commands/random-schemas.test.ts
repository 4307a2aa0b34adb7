import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyFileEdits, type Command } from '@/lib/promise/command'
import { type Files, PROMISE_FILE } from '@/lib/promise/files'
import { isRecord, isWithin, type Path, pathToString, valueAt } from '@/lib/promise/path'
import { propertiesOf } from '@/lib/schema/properties'
import { ELEMENT_TYPES, type Property, type Schema } from '@/lib/schema/property'
import { typeLabel, wrapped } from '@/lib/schema/shape'
import { promiseDocument } from '@/lib/yaml/document'
import { printYaml } from '@/lib/yaml/edit'
import { moveProperties, removeProperties } from './bulk-properties'
import { copyProperties } from './copy-properties'
import { moveProperty } from './move-property'
import { pasteProperties } from './paste-properties'
import { renameProperty } from './rename-property'
import { setPropertyType } from './set-property-type'
import { filesOf } from './testing'
import { PROPERTIES, promiseWith, SCHEMA } from './testing-schema'

const numRuns = process.env.LONG ? 400 : 25
const NAMES = ['a', 'b', 'items', 'properties', 'a-b', 'type', '010', 'yes', '__proto__', 'x y']
const name = fc.constantFrom(...NAMES)

/** Schemas of every type, in lists and maps, with keywords that belong to them and some that do not. */
const { schema: anySchema } = fc.letrec<{ schema: Schema; element: Schema; object: Schema }>(
  (tie) => ({
    element: fc.oneof(
      { depthSize: 'small' },
      fc.record(
        {
          type: fc.constant('string'),
          pattern: fc.constant('^a+$'),
          description: fc.constantFrom('d', 'two\nlines', '# no comment'),
          default: fc.constantFrom('aa', ''),
          'x-own': fc.constant({ kept: [1] }),
        },
        { requiredKeys: ['type'] },
      ),
      fc.record(
        { type: fc.constant('integer'), minimum: fc.constant(1), example: fc.constant(3) },
        { requiredKeys: ['type'] },
      ),
      fc.constant({ type: 'string', enum: ['a', 'no'] }),
      fc.constant({ type: 'boolean', default: true }),
      fc.constant({ 'x-kubernetes-int-or-string': true, maximum: 9 }),
      fc.constant({ type: 'object', 'x-kubernetes-preserve-unknown-fields': true }),
      fc.constant({}),
      tie('object'),
    ),
    object: fc.dictionary(name, tie('schema'), { maxKeys: 3 }).chain((properties) =>
      fc.subarray(Object.keys(properties)).map((required) => ({
        type: 'object',
        ...(required.length > 0 && { required }),
        properties,
      })),
    ),
    schema: fc
      .tuple(fc.array(fc.constantFrom('list', 'map'), { maxLength: 2 }), tie('element'))
      .map(([wraps, element]) => wrapped(wraps, element)),
  }),
)

const repository = fc.dictionary(name, anySchema, { minKeys: 1, maxKeys: 4 }).map((properties) => {
  const spec = { type: 'object', properties }
  const text = promiseWith(printYaml({ type: 'object', properties: { spec } }))
  // Comments beside and between, which no edit elsewhere may touch.
  const lines = text
    .split('\n')
    .map((line, i) => (/type: \w+$/.test(line) ? `${line} # ${i}` : line))
  return filesOf({ [PROMISE_FILE]: lines.join('\n') })
})

const documentOf = (files: Files) => {
  const content = files.get(PROMISE_FILE)
  const document = content && promiseDocument(content)
  if (!document || document.broken) throw new Error(content?.text ?? 'no file')
  return document
}
const readAll = (files: Files) => {
  const value = documentOf(files).value()
  const flat = (list: readonly Property[]): Property[] =>
    list.flatMap((one) => [one, ...flat(one.children)])
  return { value, all: flat(propertiesOf(valueAt(value, SCHEMA), SCHEMA)) }
}

/** The files after the command; a text edit must give back the text of before when it is undone. */
function run(files: Files, command: Command): Files | undefined {
  const before = files.get(PROMISE_FILE)
  const outcome = command.run(files)
  if (outcome.kind !== 'change') return undefined
  const after = applyFileEdits(files, outcome.edits)
  expect(files.get(PROMISE_FILE)).toBe(before)
  return after
}

const asJson = (value: unknown) => JSON.stringify(value)
/** What neither lies at nor above one of the places, as JSON by path. */
function others(value: unknown, places: readonly Path[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const visit = (here: unknown, path: Path): void => {
    if (places.some((place) => isWithin(path, place))) return
    if (Array.isArray(here)) {
      for (const [i, below] of here.entries()) visit(below, [...path, i])
    } else if (isRecord(here) && Object.keys(here).length > 0) {
      for (const [key, below] of Object.entries(here)) visit(below, [...path, key])
    } else if (!path.includes('required')) found.set(pathToString(path), asJson(here) ?? '')
  }
  visit(value, [])
  return found
}
const pick = (all: readonly Property[], seed: number) => all[seed % all.length] as Property

test('a type that is chosen is the type that is read, and nothing beside it changes', () => {
  const shape = fc.record({
    wraps: fc.array(fc.constantFrom('list', 'map'), { maxLength: 3 }),
    type: fc.constantFrom(...ELEMENT_TYPES),
  })
  fc.assert(
    fc.property(repository, fc.nat(), shape, (files, seed, to) => {
      const { value, all } = readAll(files)
      const { path } = pick(all, seed)
      const after = run(files, setPropertyType(path, to))
      if (!after) return
      const now = readAll(after)
      const changed = now.all.find((one) => pathToString(one.path) === pathToString(path))
      expect(changed?.wraps).toEqual(to.wraps)
      expect(changed?.element.type).toBe(to.type)
      expect(others(now.value, [path])).toEqual(others(value, [path]))
      const kept = valueAt(value, [...path, 'x-own'])
      if (kept !== undefined) expect(valueAt(now.value, [...path, 'x-own'])).toEqual(kept)
    }),
    { numRuns: numRuns * 2 },
  )
})

test('what is copied and pasted elsewhere reads as it did', () => {
  fc.assert(
    fc.property(repository, fc.nat(), (files, seed) => {
      const { value, all } = readAll(files)
      const { path, required } = pick(all, seed)
      const text = copyProperties(documentOf(files), [path])
      const after = run(files, pasteProperties(PROPERTIES, text, 0))
      if (!after) throw new Error(text)
      const now = readAll(after)
      const [added] = now.all
      expect(asJson(added?.schema)).toBe(asJson(valueAt(value, path)))
      expect(added?.required).toBe(required)
      expect(others(now.value, [added?.path ?? []])).toEqual(others(value, []))
    }),
    { numRuns },
  )
})

test('a renamed or moved property reads as it did, in its new place', () => {
  fc.assert(
    fc.property(repository, fc.nat(), fc.nat(), (files, seed, goal) => {
      const { value, all } = readAll(files)
      const moving = pick(all, seed)
      const to = pick(all, goal)
      const parent = to.childrenPath ?? to.path.slice(0, -1)
      const place = [...parent, moving.name]
      const moved = run(files, moveProperty(moving.path, { parent }))
      if (moved) {
        const now = readAll(moved).all.find((one) => pathToString(one.path) === pathToString(place))
        expect(asJson(now?.schema)).toBe(asJson(moving.schema))
        expect(now && typeLabel(now)).toBe(typeLabel(moving))
        expect(now?.required).toBe(moving.required)
      }
      const renamed = run(files, renameProperty(moving.path, 'renamed'))
      if (!renamed) throw new Error('the name is free')
      const back = run(
        renamed,
        renameProperty([...moving.path.slice(0, -1), 'renamed'], moving.name),
      )
      expect(back?.get(PROMISE_FILE)?.text).toBe(files.get(PROMISE_FILE)?.text)
      expect(readAll(renamed).value).not.toEqual(value)
    }),
    { numRuns },
  )
})

test('what is removed or moved together is what would be removed or moved one by one', () => {
  fc.assert(
    fc.property(repository, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (files, seeds) => {
      const { all } = readAll(files)
      const paths = [...new Set(seeds.map((seed) => pick(all, seed).path))]
      const removed = run(files, removeProperties(paths))
      if (!removed) throw new Error('they are there')
      const left = new Set(readAll(removed).all.map(({ path }) => pathToString(path)))
      const gone = (path: Path) => paths.some((one) => isWithin(path, one))
      const wanted = all.filter(({ path }) => !gone(path)).map(({ path }) => pathToString(path))
      expect([...left]).toEqual(wanted)
      const moved = run(files, moveProperties(paths, { parent: PROPERTIES }))
      if (moved) expect(readAll(moved).all).toHaveLength(all.length)
    }),
    { numRuns },
  )
})
