import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyFileEdits, type Command, runCommand } from '@/lib/promise/command'
import { type Files, PROMISE_FILE } from '@/lib/promise/files'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { KEYWORDS } from '@/lib/schema/keywords'
import { readYaml } from '@/lib/schema/value-text'
import { promiseDocument } from '@/lib/yaml/document'
import { printYaml } from '@/lib/yaml/edit'
import { valueSource } from '@/lib/yaml/value-source'
import { setImmutable } from './set-immutable'
import { setListType } from './set-list-type'
import { setKeywordSource, setSchemaKeyword } from './set-schema-keyword'
import { filesOf } from './testing'
import { promiseWith, SCHEMA } from './testing-schema'

/** Schemas as people write them: block and flow, comments, anchors, tabs, a key that is there twice. */
const SCHEMAS = [
  `type: object
properties:
  spec:
    type: object
    properties:
      size: # of it
        # the type
        type: string\t# text
        enum:
        - small # one
        -   large
        description: |
          Two
          lines
        regex: a
      flow: { type: array, items: {type: string, "x-a": [1, 2]}, default: [a, "b"] }
      base: &base
        type: integer
        minimum: 1
        minimum: 2
      other: {type: object, additionalProperties: *base, title: ''}
`,
  `properties:
   spec:
      properties:
         size:

            type: object # nothing in it

            default: {}
            # behind
      type: object
type: object
x-last: &last [1]
`,
]

const value = fc.letrec<{ any: unknown; leaf: unknown }>((tie) => ({
  leaf: fc.oneof(
    fc.string({ unit: fc.constantFrom('a', ' ', ':', '#', '\n', "'", '"', 'é', '{', '-', '1') }),
    fc.constantFrom<unknown>('yes', '010', '', true, false, 0, -1.5, 12, 'null'),
  ),
  any: fc.oneof(
    { maxDepth: 3 },
    tie('leaf'),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'x y', '1'), tie('any'), { maxKeys: 3 }),
  ),
})).any

/** Every schema in the text that can be edited where it stands. */
function schemasIn(files: Files): readonly Path[] {
  const found: Path[] = []
  const visit = (here: unknown, path: Path): void => {
    if (!isRecord(here)) return
    if (document?.shared(path) || document?.source(path)?.startsWith('*')) return
    found.push(path)
    for (const [name, child] of Object.entries(Object(here.properties))) {
      visit(child, [...path, 'properties', name])
    }
    for (const key of ['items', 'additionalProperties']) visit(here[key], [...path, key])
  }
  const document = promiseDocument(files.get(PROMISE_FILE) as never)
  visit(valueAt(document?.value(), SCHEMA), SCHEMA)
  return found
}

function valueIn(files: Files): unknown {
  return promiseDocument(files.get(PROMISE_FILE) as never)?.value()
}

/** The value with one keyword of one schema taken out. */
function without(whole: unknown, path: Path, keyword: string): unknown {
  const copy = structuredClone(whole)
  const schema = valueAt(copy, path)
  if (isRecord(schema)) delete (schema as Record<string, unknown>)[keyword]
  return copy
}

const EDITABLE = KEYWORDS.filter(({ treatment }) => treatment === 'form').map(({ name }) => name)

const edit = fc.record({
  text: fc.constantFrom(...SCHEMAS),
  crlf: fc.boolean(),
  at: fc.nat(),
  keyword: fc.constantFrom(...EDITABLE, 'x-acme', 'const'),
  value,
})

function filesFor(text: string, crlf: boolean): Files {
  const whole = promiseWith(text)
  return filesOf({ [PROMISE_FILE]: crlf ? whole.replaceAll('\n', '\r\n') : whole })
}

/** Edits that an anchor in use forbids are refused: then nothing has changed. */
function ran(files: Files, command: Command): Files | undefined {
  const outcome = command.run(files)
  if (outcome.kind === 'refused') return undefined
  return outcome.kind === 'change' ? applyFileEdits(files, outcome.edits) : files
}

test('a keyword reads as what it was set to, nothing else says anything new, and it goes again', () => {
  let done = 0
  fc.assert(
    fc.property(edit, ({ text, crlf, at, keyword, value: wanted }) => {
      const files = filesFor(text, crlf)
      const paths = schemasIn(files)
      const path = paths[at % paths.length] ?? SCHEMA
      const before = valueIn(files)
      const after = ran(files, setSchemaKeyword(path, keyword, wanted))
      if (!after) return
      done++
      expect(valueAt(valueIn(after), [...path, keyword])).toEqual(wanted)
      expect(without(valueIn(after), path, keyword)).toEqual(without(before, path, keyword))
      const gone = ran(after, setSchemaKeyword(path, keyword, undefined))
      if (!gone) {
        expect(keyword).toBe('minimum') // it is there twice, and would come back with its other value
        return
      }
      expect(without(valueIn(gone), path, keyword)).toEqual(without(before, path, keyword))
      expect(valueAt(valueIn(gone), [...path, keyword])).toBeUndefined()
      if (valueAt(before, [...path, keyword]) === undefined) {
        expect(gone.get(PROMISE_FILE)?.text).toBe(files.get(PROMISE_FILE)?.text)
      }
    }),
    { numRuns: 80 },
  )
  expect(done).toBeGreaterThan(40)
})

test('a value as YAML text reads as that text does, and its source is that text', () => {
  fc.assert(
    fc.property(edit, ({ text, crlf, at, value: wanted }) => {
      if (typeof wanted !== 'object') return
      const files = filesFor(text, crlf)
      const paths = schemasIn(files)
      const path = paths[at % paths.length] ?? SCHEMA
      const source = printYaml(wanted).trimEnd()
      const after = ran(files, setKeywordSource(path, 'default', source))
      if (!after) return
      const read = readYaml(source)
      expect(valueAt(valueIn(after), [...path, 'default'])).toEqual(read.ok && read.value)
      const document = promiseDocument(after.get(PROMISE_FILE) as never)
      const shown = document && valueSource(document, [...path, 'default'])
      const again =
        shown === undefined ? after : ran(after, setKeywordSource(path, 'default', shown))
      expect(again?.get(PROMISE_FILE)?.text).toBe(after.get(PROMISE_FILE)?.text)
    }),
    { numRuns: 60 },
  )
})

test('list types and immutability come and go without a trace', () => {
  for (const text of SCHEMAS) {
    const files = filesFor(text, false)
    for (const path of schemasIn(files)) {
      const there = [setImmutable(path, true), setListType(path, 'set')].reduce(runCommand, files)
      const back = [setListType(path, undefined), setImmutable(path, false)]
      expect(back.reduce(runCommand, there).get(PROMISE_FILE)?.text).toBe(
        files.get(PROMISE_FILE)?.text,
      )
    }
  }
})
