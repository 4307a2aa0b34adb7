import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyTextEdits } from '@/lib/promise/command'
import { type Files, PROMISE_FILE } from '@/lib/promise/files'
import { isRecord, isWithin, type Path, valueAt } from '@/lib/promise/path'
import { parseYaml, type YamlDocument } from '@/lib/yaml/document'
import { insertItem, removeAt, renameKey, setValue } from '@/lib/yaml/edit'
import { sameValue } from '@/lib/yaml/same-value'
import { layoutOf } from './assemble'
import { isVacuous, SLOTS } from './parts'
import { without } from './resplit'
import { changed, editText, GROWN_SPLIT, HEAD, INIT_SPLIT, promiseOf, repository } from './testing'

const windows = (text = ''): string => text.replaceAll('\n', '\r\n')
const API = INIT_SPLIT['api.yaml'] ?? ''
const WORKFLOW = 'workflows/resource/configure/workflow.yaml'

const REPOSITORIES: Readonly<Record<string, Files>> = {
  'as the CLI begins': repository(INIT_SPLIT),
  'as the CLI goes on': repository(GROWN_SPLIT),
  'with a head': repository({ ...GROWN_SPLIT, [PROMISE_FILE]: HEAD }),
  'with a head that only names it': repository({
    ...GROWN_SPLIT,
    [PROMISE_FILE]: 'kind: Promise\nmetadata:\n    name: redis',
  }),
  'with Windows line ends': repository({
    ...GROWN_SPLIT,
    'api.yaml': windows(API),
    [WORKFLOW]: windows(GROWN_SPLIT[WORKFLOW]),
  }),
  'with marks and comments': repository({
    ...GROWN_SPLIT,
    'api.yaml': `\ufeff# The API.\n---\n# Its type.\n${API.trimEnd()}`,
    'dependencies.yaml': `# One.\n\n${GROWN_SPLIT['dependencies.yaml']}# The end.\n`,
    [WORKFLOW]: `---\n${GROWN_SPLIT[WORKFLOW]}\n# Nothing more.\n...\n`,
  }),
  'in flow style': repository({
    ...GROWN_SPLIT,
    'dependencies.yaml': '[{apiVersion: v1, kind: Namespace, metadata: {name: a}}]\n',
    [WORKFLOW]: '[]\n',
  }),
}

/** Every place of a document. */
function placesIn(value: unknown, at: Path = []): readonly Path[] {
  const below = Array.isArray(value)
    ? value.flatMap((item, i) => placesIn(item, [...at, i]))
    : isRecord(value)
      ? Object.entries(value).flatMap(([key, item]) => placesIn(item, [...at, key]))
      : []
  return at.length === 0 ? below : [at, ...below]
}

const NEW = [
  'plain',
  'with "quotes": and\nlines\n',
  true,
  [{ name: 'x', image: 'y' }],
  { deep: { er: [1] } },
  [],
]
const anEdit = fc.record({
  place: fc.nat(),
  what: fc.constantFrom('set', 'add', 'insert', 'remove', 'rename', 'part') as fc.Arbitrary<string>,
  value: fc.constantFrom(...NEW),
})

type AnEdit = typeof anEdit extends fc.Arbitrary<infer T> ? T : never

function editOf(document: YamlDocument, { place, what, value }: AnEdit) {
  const places = placesIn(document.value())
  const at = places[place % places.length] ?? ['metadata']
  const slot = SLOTS[place % SLOTS.length]?.path ?? at
  const added = [...at.slice(0, -1), 'added']
  const part = typeof value === 'object' ? value : [{ kind: 'New' }]
  const isPart = SLOTS.some(({ path }) => path.length === at.length && isWithin(at, path))
  if (what === 'add') return { path: added, made: setValue(document, added, value) }
  if (what === 'part' || (what === 'set' && isPart)) {
    const path = isPart ? at : slot
    return { path, made: setValue(document, path, part) }
  }
  if (what === 'set') return { path: at, made: setValue(document, at, value) }
  if (what === 'insert') return { path: at, made: insertItem(document, at, 0, value) }
  if (what === 'remove') {
    return { path: at, made: removeAt(document, at, { prune: place % 2 === 0 }) }
  }
  // Under another key a part is none: that would be two edits.
  const named = isPart ? [...at.slice(0, -1), 'added'] : at
  return { path: named, made: renameKey(document, named, 'renamed') }
}

describe.each(Object.entries(REPOSITORIES))('a split repository %s', (_, start) => {
  it('says after random edits what its Promise says, and changes but the file of each', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { minLength: 1, maxLength: 4 }), (edits) => {
        let files = start
        for (const one of edits) {
          const before = files
          const document = promiseOf(before)
          const { path, made } = editOf(document, one)
          if (!made.ok || made.edits.length === 0) continue
          const text = applyTextEdits(document.text, made.edits)
          const [wanted] = parseYaml(text)
          // Without a Promise around it there is no place for the parts.
          if (!wanted || wanted.broken || !isRecord(wanted.value()) || leaves(path)) continue
          files = editText(before, made.edits)
          const now = promiseOf(files)
          expect(now.broken).toBe(false)
          expect(sameValue(meaning(now), meaning(wanted))).toBe(true)
          const own = SLOTS.find((slot) => isWithin(path, slot.path))?.file ?? PROMISE_FILE
          // An empty list where there is no file yet may stand in the head, or nowhere.
          const none = isVacuous(valueAt(wanted.value(), path))
          const paths = changed(before, files)
          if (none) expect([own, PROMISE_FILE]).toEqual(expect.arrayContaining([...paths]))
          else expect(paths).toEqual([own])
          if (layoutOf(files) === undefined) return
        }
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

/** An edit of what holds several parts, or of the API itself, is no edit of a part. */
function leaves(path: Path): boolean {
  return SLOTS.some((slot) => isWithin(slot.path, path) && slot.path.length > path.length)
}

/** The value without the empty maps and lists that stand for a part with nothing in it. */
function meaning(document: YamlDocument): unknown {
  const value = document.value()
  return SLOTS.reduce((rest, { path }) => {
    const here = path.reduce<unknown>(
      (at, key) => (isRecord(at) ? at[String(key)] : undefined),
      rest,
    )
    const empty = here === null || (typeof here === 'object' && Object.keys(here).length === 0)
    return empty || here === undefined ? without(rest, path) : rest
  }, value)
}
