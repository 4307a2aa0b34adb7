import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRecord, isWithin, type Path, pathToString, valueAt } from '@/lib/promise/path'
import type { YamlDocument } from './document'
import {
  copyEntry,
  type Edited,
  insertEntries,
  insertEntry,
  insertItem,
  moveEntry,
  removeAt,
  renameKey,
  setValue,
} from './edit'
import { commentsOf, documentOf, documents, pathsOf, textAfter } from './test-support'

const RUNS = Number(process.env.YAML_RUNS ?? 300)

/** Holds a document of which one part may be replaced. */
type Mutable = Record<string | number, unknown>

/** `value` after `change` of the collection at `path`. */
function changed(value: unknown, path: Path, change: (parent: Mutable) => void): unknown {
  const box = { root: structuredClone(value) }
  change(valueAt(box, ['root', ...path]) as Mutable)
  return box.root
}

function withValue(value: unknown, path: Path, next: unknown): unknown {
  const box: Mutable = { root: structuredClone(value) }
  const all: Path = ['root', ...path]
  const last = all.at(-1) ?? ''
  const parent = valueAt(box, all.slice(0, -1)) as Mutable
  parent[last] = next
  return box.root
}

function without(value: unknown, path: Path): unknown {
  return changed(value, path.slice(0, -1), (parent) => {
    const last = path.at(-1) ?? ''
    if (Array.isArray(parent)) parent.splice(Number(last), 1)
    else delete parent[last]
  })
}

/** The sources of all scalars beside `touched`, by path. */
function sourcesBeside(document: YamlDocument, touched: readonly Path[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const path of pathsOf(document.value())) {
    const value = valueAt(document.value(), path)
    if (typeof value === 'object' && value !== null) continue
    if (touched.some((one) => isWithin(path, one))) continue
    found.set(pathToString(path), document.source(path) ?? '')
  }
  return found
}

function check(
  document: YamlDocument,
  edited: Edited,
  intended: unknown,
  touched: readonly Path[],
) {
  const text = textAfter(document, edited)
  const after = documentOf(text)
  expect(after.problems).toEqual([])
  expect(after.value()).toEqual(intended)
  const now = sourcesBeside(after, [])
  for (const [path, source] of sourcesBeside(document, touched)) {
    expect(ended(document, now.get(path))).toBe(ended(document, source))
  }
  return { text, after }
}

/** Where a file ends within a block scalar, lines below it change its header, not its value. */
function ended(document: YamlDocument, source: string | undefined): string | undefined {
  return document.text.endsWith('\n')
    ? source
    : source?.replace(/^([|>][0-9]*)[-+]?/, '$1').trimEnd()
}

const values = fc.oneof(
  fc.constantFrom<unknown>(
    'x',
    'yes',
    '1',
    'a: b',
    ' lead',
    'tail ',
    '#x',
    '',
    null,
    true,
    3,
    1.5,
    [],
    {},
  ),
  fc.constantFrom<unknown>(
    'one\ntwo',
    'one\n',
    '\none\n\n',
    ' a\nb',
    'a\n\n\n',
    '# no\nb\n',
    'é\u2028\ttab\n',
    "it's",
  ),
  fc.constantFrom<unknown>(
    { p: 1 },
    { p: { q: ['r', 's'] } },
    ['u', { v: 1, w: [] }],
    [['t']],
    [null],
  ),
  fc.string(),
  fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
)

/** A random document with a random place in it. */
const placed = fc.tuple(documents, fc.nat(), fc.nat()).map(([text, a, b]) => {
  const document = documentOf(text)
  const paths = pathsOf(document.value())
  return {
    document,
    path: paths[a % paths.length] ?? [],
    other: paths[b % paths.length] ?? [],
  }
})

describe('every edit of a random document gives the intended value and touches nothing else', () => {
  test('setting a value', () => {
    fc.assert(
      fc.property(placed, values, ({ document, path }, value) => {
        const edited = setValue(document, path, value)
        check(document, edited, withValue(document.value(), path, value), [path])
        if (edited.ok) expect(edited.edits.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: RUNS },
    )
  })

  test('setting the value that is there changes nothing', () => {
    fc.assert(
      fc.property(placed, ({ document, path }) => {
        const same = structuredClone(valueAt(document.value(), path))
        expect(setValue(document, path, same)).toEqual({ ok: true, edits: [] })
      }),
      { numRuns: RUNS },
    )
  })

  test('setting a scalar keeps every comment', () => {
    fc.assert(
      fc.property(placed, values, ({ document, path }, value) => {
        const old = valueAt(document.value(), path)
        fc.pre(old === null || typeof old !== 'object')
        const { text } = check(
          document,
          setValue(document, path, value),
          withValue(document.value(), path, value),
          [path],
        )
        expect(commentsOf(text)).toEqual(commentsOf(document.text))
      }),
      { numRuns: RUNS },
    )
  })

  test('adding a key', () => {
    const at = fc.oneof(
      fc.constantFrom('first' as const, 'last' as const),
      fc.record({ before: fc.constantFrom('a', 'b', 'name') }),
      fc.record({ after: fc.constantFrom('a', 'b', 'name') }),
    )
    fc.assert(
      fc.property(placed, values, at, ({ document, path }, value, where) => {
        const map = valueAt(document.value(), path)
        fc.pre(isRecord(map))
        const edited = insertEntry(document, path, 'new key', value, where)
        const { text } = check(
          document,
          edited,
          withValue(document.value(), [...path, 'new key'], value),
          [],
        )
        expect(commentsOf(text)).toEqual(commentsOf(document.text))
      }),
      { numRuns: RUNS },
    )
  })

  test('adding an item', () => {
    fc.assert(
      fc.property(placed, values, fc.nat(), ({ document, path }, value, n) => {
        const list = valueAt(document.value(), path)
        fc.pre(Array.isArray(list))
        const index = Array.isArray(list) ? n % (list.length + 1) : 0
        const intended = changed(document.value(), path, (one) => {
          if (Array.isArray(one)) one.splice(index, 0, value)
        })
        const { text } = check(document, insertItem(document, path, index, value), intended, [path])
        expect(commentsOf(text)).toEqual(commentsOf(document.text))
      }),
      { numRuns: RUNS },
    )
  })

  test('removing an entry', () => {
    fc.assert(
      fc.property(placed, ({ document, path }) => {
        fc.pre(path.length > 0)
        const edited = removeAt(document, path)
        const parent = path.slice(0, -1)
        const touched = typeof path.at(-1) === 'number' ? parent : path
        check(document, edited, without(document.value(), path), [touched])
        if (edited.ok) expect(edited.edits.length).toBe(1)
      }),
      { numRuns: RUNS },
    )
  })

  test('removing an entry and the parents that it empties', () => {
    fc.assert(
      fc.property(placed, ({ document, path }) => {
        fc.pre(path.length > 0)
        let cut = path
        const size = (at: Path) => Object.keys(Object(valueAt(document.value(), at))).length
        while (cut.length > 1 && size(cut.slice(0, -1)) === 1) cut = cut.slice(0, -1)
        check(document, removeAt(document, path, { prune: true }), without(document.value(), cut), [
          cut.slice(0, -1),
        ])
      }),
      { numRuns: RUNS },
    )
  })

  test('renaming a key', () => {
    fc.assert(
      fc.property(
        placed,
        fc.oneof(fc.constantFrom('yes', 'new', '1', 'a: b', "it's", '<<', 'x#'), fc.string()),
        ({ document, path }, name) => {
          const last = path.at(-1)
          const parent = path.slice(0, -1)
          fc.pre(
            typeof last === 'string' &&
              !Object.hasOwn(Object(valueAt(document.value(), parent)), name),
          )
          const intended = changed(document.value(), parent, (map) => {
            if (typeof last !== 'string') return
            Object.defineProperty(map, name, {
              value: map[last],
              enumerable: true,
              configurable: true,
              writable: true,
            })
            delete map[last]
          })
          const edited = renameKey(document, path, name)
          const { text } = check(document, edited, intended, [path])
          expect(commentsOf(text)).toEqual(commentsOf(document.text))
        },
      ),
      { numRuns: RUNS },
    )
  })

  test('copying an entry', () => {
    fc.assert(
      fc.property(placed, ({ document, path }) => {
        fc.pre(path.length > 0)
        const last = path.at(-1) ?? ''
        const parent = path.slice(0, -1)
        const value = valueAt(document.value(), path)
        const intended = changed(document.value(), parent, (one) => {
          if (Array.isArray(one)) one.splice(Number(last) + 1, 0, structuredClone(value))
          else one.copied = structuredClone(value)
        })
        check(document, copyEntry(document, path, { key: 'copied' }), intended, [
          typeof last === 'number' ? parent : path,
        ])
      }),
      { numRuns: RUNS },
    )
  })

  test('moving an entry', () => {
    fc.assert(
      fc.property(placed, fc.nat(), ({ document, path, other }, n) => {
        fc.pre(path.length > 0 && !isWithin(other, path))
        const target = valueAt(document.value(), other)
        fc.pre(typeof target === 'object' && target !== null)
        const value = valueAt(document.value(), path)
        const from = path.slice(0, -1)
        const last = path.at(-1) ?? ''
        const same = pathToString(from) === pathToString(other)
        const list = Array.isArray(target)
        const keys = Object.keys(Object(target))
        const before =
          n % 3 === 0 || keys.length === 0
            ? undefined
            : list
              ? n % keys.length
              : keys[n % keys.length]
        const key = same && typeof last === 'string' ? last : `moved`
        const edited = moveEntry(document, path, {
          parent: other,
          before,
          ...(list ? {} : { key }),
        })
        const box = structuredClone(document.value())
        const source = valueAt(box, from)
        const goal = valueAt(box, other)
        const mark = Symbol('gone')
        if (Array.isArray(goal))
          goal.splice(typeof before === 'number' ? before : goal.length, 0, mark)
        const at = Array.isArray(source)
          ? source.findIndex(
              (_, i) =>
                i ===
                Number(last) +
                  (same && typeof before === 'number' && before <= Number(last) ? 1 : 0),
            )
          : last
        if (Array.isArray(source)) source.splice(Number(at), 1)
        else delete (source as Mutable)[at]
        if (Array.isArray(goal)) goal[goal.indexOf(mark)] = value
        else (goal as Mutable)[key] = value
        const flow =
          document.source(other)?.startsWith('{') || document.source(other)?.startsWith('[')
        const touched = [list ? other : [...other, key], typeof last === 'number' ? from : path]
        const { text } = check(document, edited, box, touched)
        if (!flow && !isInFlow(document, path))
          expect(commentsOf(text)).toEqual(commentsOf(document.text))
      }),
      { numRuns: RUNS },
    )
  })
})

function isInFlow(document: YamlDocument, path: Path): boolean {
  return path.some((_, i) => /^[[{]/.test(document.source(path.slice(0, i)) ?? ''))
}

describe('several entries at once', () => {
  const add = (text: string, at?: Parameters<typeof insertEntries>[3]) =>
    textAfter(
      documentOf(text),
      insertEntries(
        documentOf(text),
        ['m'],
        [
          ['x', 1],
          ['b', { z: ['w'] }],
        ],
        at,
      ),
    )
  test('come in their order, in the style of the map', () => {
    expect(add('m:\n    a: 1 # one\nn: 2\n')).toBe(
      'm:\n    a: 1 # one\n    x: 1\n    b:\n        z:\n            - w\nn: 2\n',
    )
    expect(add('m: {a: 1}', 'first')).toBe('m: {x: 1, b: {z: [w]}, a: 1}')
    expect(add('m: {}\n')).toBe('m:\n  x: 1\n  b:\n    z:\n      - w\n')
    expect(add('n: 2\r\n')).toContain('n: 2\r\nm:\r\n  x: 1\r\n')
  })
  test('are refused when one of them is there', () => {
    expect(
      insertEntries(
        documentOf('m: {b: 1}'),
        ['m'],
        [
          ['x', 1],
          ['b', 2],
        ],
      ),
    ).toMatchObject({
      ok: false,
      reason: expect.stringContaining('"b" already'),
    })
  })
})
