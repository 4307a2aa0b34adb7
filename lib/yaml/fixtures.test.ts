import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { applyTextEdits } from '@/lib/promise/command'
import { FileContent } from '@/lib/promise/files'
import { type Path, valueAt } from '@/lib/promise/path'
import { parseYaml, promiseDocument, type YamlDocument } from './document'
import {
  copyEntry,
  type Edited,
  insertEntry,
  insertItem,
  moveEntry,
  removeAt,
  renameKey,
  setValue,
} from './edit'
import { documentOf, textAfter } from './test-support'

const folder = new URL('fixtures/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const fixture = (name: string) => documentOf(read(`${name}.yaml`))

/** Lines of `before` that are not in `after`, and the other way round, in order. */
function changedLines(before: string, after: string) {
  const left = before.split('\n')
  const right = after.split('\n')
  let start = 0
  while (start < left.length && left[start] === right[start]) start++
  let end = 0
  const room = Math.min(left.length, right.length) - start
  while (end < room && left.at(-1 - end) === right.at(-1 - end)) end++
  return {
    removed: left.slice(start, left.length - end),
    added: right.slice(start, right.length - end),
  }
}

function oneHunk(document: YamlDocument, edited: Edited) {
  const text = textAfter(document, edited)
  expect(edited.ok && edited.edits).toHaveLength(1)
  const after = documentOf(text)
  expect(after.problems).toEqual([])
  return { after, ...changedLines(document.text, text) }
}

const promises = readdirSync(new URL('corpus/', folder)).filter((name) => name.endsWith('.yaml'))

describe.each(promises)('in the Promise %s', (name) => {
  const text = read(`corpus/${name}`)
  const document = documentOf(text)
  const api: Path = ['spec', 'api', 'spec', 'versions', 0]
  const schema: Path = [...api, 'schema', 'openAPIV3Schema', 'properties', 'spec', 'properties']
  const properties = Object.keys(Object(valueAt(document.value(), schema)))

  test('another name is one changed line', () => {
    const { added, removed, after } = oneHunk(
      document,
      setValue(document, ['metadata', 'name'], 'other'),
    )
    expect([removed.length, added.length]).toEqual([1, 1])
    expect(valueAt(after.value(), ['metadata', 'name'])).toBe('other')
  })

  test('a new label adds lines and removes none', () => {
    const edited = setValue(document, ['metadata', 'labels', 'on'], 'yes')
    const { added, removed, after } = oneHunk(document, edited)
    expect(removed).toEqual([])
    expect(added.at(-1)).toMatch(/^ +(["'])on\1: (["'])yes\2$/)
    expect(valueAt(after.value(), ['metadata', 'labels', 'on'])).toBe('yes')
  })

  test('a pipeline added at the end and removed again gives the same bytes', () => {
    const path: Path = ['spec', 'workflows', 'resource', 'delete']
    const pipeline = {
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'Pipeline',
      metadata: { name: 'p' },
    }
    const before = Array.isArray(valueAt(document.value(), path))
      ? Object(valueAt(document.value(), path)).length
      : 0
    const { after, removed } = oneHunk(document, insertItem(document, path, before, pipeline))
    if (valueAt(document.value(), ['spec', 'workflows']) !== undefined)
      expect(removed.join('')).toMatch(/^\s*([\w-]+: (\{\}|\[\]|null)?)?$/)
    expect(valueAt(after.value(), [...path, before])).toEqual(pipeline)
    const top = textAfter(document, insertEntry(document, [], 'extra', { a: [pipeline] }))
    expect(textAfter(documentOf(top), removeAt(documentOf(top), ['extra']))).toBe(text)
  })

  test.runIf(properties.length > 0)(
    'a property is added, renamed, copied, moved and removed within its lines',
    () => {
      const [first = ''] = properties
      const path = [...schema, first]
      const source = document.source(path)
      const added = oneHunk(
        document,
        insertEntry(document, schema, 'extra', { type: 'string' }, 'first'),
      )
      expect(added.removed).toEqual([])
      expect(added.added).toHaveLength(2)
      expect(textAfter(added.after, removeAt(added.after, [...schema, 'extra']))).toBe(text)

      const renamed = oneHunk(document, renameKey(document, path, 'other-name'))
      expect([renamed.removed.length, renamed.added.length]).toEqual([1, 1])
      expect(renamed.after.source([...schema, 'other-name'])).toBe(source)

      const copied = oneHunk(document, copyEntry(document, path, { key: 'second' }))
      expect(copied.after.source([...schema, 'second'])).toBe(source)
      expect(copied.after.source(path)).toBe(source)
      expect(textAfter(copied.after, removeAt(copied.after, [...schema, 'second']))).toBe(text)

      const moved = documentOf(textAfter(document, moveEntry(document, path, { parent: schema })))
      expect(Object.keys(Object(valueAt(moved.value(), schema)))).toEqual([
        ...properties.slice(1),
        first,
      ])
      expect(moved.value()).toEqual(document.value())
      const back = moveEntry(moved, path, { parent: schema, before: properties[1] })
      expect(textAfter(moved, back)).toBe(text)

      const removed = oneHunk(document, removeAt(document, path))
      expect(removed.after.has(path)).toBe(false)
    },
  )
})

describe('Windows line ends', () => {
  test('stay, and new lines get them', () => {
    const document = fixture('crlf')
    const added = textAfter(document, insertItem(document, ['spec', 'list'], 1, { a: 'x\ny' }))
    expect(added.replaceAll('\r\n', '')).not.toContain('\n')
    expect(added).toContain('  - a\r\n  - a: |-\r\n      x\r\n      y\r\n  - |\r\n')
    expect(documentOf(added).value()).toMatchObject({
      spec: { list: ['a', { a: 'x\ny' }, 'text\nmore\n'] },
    })
  })
})

describe('a byte-order mark', () => {
  test('stays before the first line, whatever comes to stand there', () => {
    const document = fixture('bom')
    const text = textAfter(document, moveEntry(document, ['spec'], { parent: [], before: 'kind' }))
    expect(text).toBe('\ufeffspec:\n  name: x\nkind: Promise\n')
    expect(textAfter(document, removeAt(document, ['kind']))).toBe('\ufeffspec:\n  name: x\n')
  })
})

describe('comments', () => {
  const document = fixture('comments')

  test('right above and beside an entry go with it', () => {
    const text = textAfter(document, removeAt(document, ['spec', 'a']))
    expect(text).not.toContain('of a')
    expect(text).not.toContain('beside a')
    expect(text).toContain('  # away from a\n\n  # of list\n')
  })

  test('below an entry and deeper than it go with it', () => {
    const text = textAfter(document, removeAt(document, ['spec', 'list', 0]))
    expect(text).toContain('  list: # beside list\n    # of two\n    - two\n    # after two\n')
  })

  test('between a key and its value stay when the value is emptied', () => {
    const only = documentOf('a: # beside\n  # away\n\n  # of b\n  b: 1\nc: 2\n')
    expect(textAfter(only, removeAt(only, ['a', 'b']))).toBe('a: {} # beside\n  # away\nc: 2\n')
  })

  test('move with their entry', () => {
    const text = textAfter(
      document,
      moveEntry(document, ['spec', 'list', 0], { parent: ['spec', 'list'] }),
    )
    expect(text).toContain(
      '    # of two\n    - two\n    # of one\n    - one # beside one\n      # deeper\n    # after two\n',
    )
  })
})

describe('flow style', () => {
  const document = fixture('flow')

  test('stays flow on one line', () => {
    const { added } = oneHunk(document, insertEntry(document, ['spec'], 'z', ['t'], { after: 'a' }))
    expect(added).toEqual(['spec: {a: 1, z: [t], b: [x, "w"], c: {d: e}} # end'])
    expect(oneHunk(document, removeAt(document, ['spec', 'b', 0])).added[0]).toContain('b: ["w"]')
  })

  test('stays flow on several lines', () => {
    expect(textAfter(document, insertItem(document, ['list'], 2, 'three'))).toContain(
      '  two,\n  three\n]',
    )
    expect(textAfter(document, insertItem(document, ['list'], 1, 'half'))).toContain(
      '# first\n  half,\n  two\n',
    )
    expect(textAfter(document, setValue(document, ['map', 'three'], 3))).toContain(
      '{a: b},\n  three: 3,\n}',
    )
  })

  test('becomes block style where it was empty', () => {
    expect(textAfter(document, setValue(document, ['empty', 'a', 'b'], 1))).toContain(
      'empty:\n  a:\n    b: 1\n',
    )
    expect(textAfter(document, insertItem(document, ['none'], 0, 'x'))).toContain('none:\n  - x\n')
  })

  test('is what block entries become when they move into it', () => {
    const block = documentOf('a: {x: 1}\nb: # why\n  - "w"\n  - c: |\n      t\n')
    expect(textAfter(block, moveEntry(block, ['b'], { parent: ['a'] }))).toBe(
      'a: {x: 1, b: ["w", {c: "t\\n"}]}\n',
    )
  })
})

describe('several documents', () => {
  test('are read apart, and only the one meant is edited', () => {
    const text = read('several.yaml')
    const document = promiseDocument(FileContent.fromText(text))
    if (!document) throw new Error('no document')
    expect(parseYaml(text).map((one) => valueAt(one.value(), ['kind']))).toEqual([
      'Namespace',
      'Promise',
      'Other',
    ])
    expect(textAfter(document, setValue(document, ['name'], 'z'))).toBe(
      text.replace('name: x', 'name: z'),
    )
    expect(textAfter(document, insertEntry(document, [], 'last', 1))).toBe(
      text.replace('name: x\n', 'name: x\nlast: 1\n'),
    )
    expect(textAfter(document, removeAt(document, ['kind']))).toBe(
      text.replace('# the promise\nkind: Promise\n', ''),
    )
  })
})

describe('a file without a last line break', () => {
  const document = fixture('no-final-newline')

  test('stays one', () => {
    expect(textAfter(document, removeAt(document, ['spec']))).toBe('kind: Promise')
    expect(textAfter(document, setValue(document, ['spec', 'text'], 'x y'))).toMatch(
      /text: \|-\n {4}x y$/,
    )
  })

  test('has its last block scalar mean the same when lines follow', () => {
    const text = textAfter(document, insertEntry(document, [], 'z', 1))
    expect(text).toBe('kind: Promise\nspec:\n  text: |-\n    no end\nz: 1')
    expect(valueAt(documentOf(text).value(), ['spec', 'text'])).toBe('no end')
  })
})

describe('tabs and odd indents', () => {
  test('stay where they are', () => {
    const tabs = fixture('tabs')
    expect(textAfter(tabs, setValue(tabs, ['spec', 'b', 1], 3))).toBe(
      tabs.text.replace('\t2]', '\t3]'),
    )
    expect(valueAt(tabs.value(), ['spec', 'c'])).toBe('\tindented\n')
    const mixed = fixture('mixed-indents')
    const text = textAfter(mixed, insertEntry(mixed, ['a', 'b', 0, 'c'], 'm', 1))
    expect(text).toBe(mixed.text.replace('       d: 1\n', '       d: 1\n       m: 1\n'))
    const wide = textAfter(mixed, insertEntry(mixed, ['f', 1], 'm', 1, 'first'))
    expect(wide).toBe(mixed.text.replace('  -   h: 1\n', '  -   m: 1\n      h: 1\n'))
  })
})

describe('duplicate keys', () => {
  const document = fixture('duplicate-keys')

  test('are warned of, and the last one counts', () => {
    expect(document.broken).toBe(false)
    expect(document.problems.map((one) => one.severity)).toEqual(['warning', 'warning'])
    expect(document.value()).toEqual({ kind: 'Promise', spec: { x: 3, w: 2 } })
  })

  test('are edited where they count', () => {
    expect(textAfter(document, setValue(document, ['spec', 'x'], 4))).toBe(
      document.text.replace('x: 3', 'x: 4'),
    )
    expect(removeAt(document, ['spec', 'x'])).toMatchObject({ ok: false })
  })
})

describe('anchors', () => {
  const document = fixture('anchors')

  test('are followed in reading', () => {
    expect(document.problems).toEqual([])
    expect(valueAt(document.value(), ['one'])).toEqual({
      image: 'a',
      tags: ['x', 'w'],
      name: 'one',
    })
    expect(document.shared(['one', 'image'])).toBe(true)
    expect(document.shared(['one', 'name'])).toBe(false)
    expect(document.rangeOf(['two', 'image'])).toEqual(document.rangeOf(['base', 'image']))
  })

  const afterWay = (edited: Edited, label: string) => {
    if (edited.ok) throw new Error('not refused')
    const way = edited.ways.find((one) => one.label === label)
    if (!way) throw new Error(`no way ${label}: ${edited.reason}`)
    return documentOf(applyTextEdits(document.text, way.edits))
  }

  test.each([
    ['an alias', ['two', 'image']],
    ['a merge key', ['one', 'image']],
    ['an alias in a list', ['list', 0, 'image']],
    ['an alias in flow style', ['list', 1, 'tags']],
  ] as const)('are not edited through %s, but there are two ways out', (_, path) => {
    const edited = setValue(document, path, 'z')
    const shared = afterWay(edited, 'Change the anchor')
    expect(valueAt(shared.value(), path)).toBe('z')
    expect(valueAt(shared.value(), ['base', path.at(-1) ?? ''])).toBe('z')
    const apart = afterWay(edited, 'Detach')
    expect(apart.problems).toEqual([])
    expect(valueAt(apart.value(), path)).toBe('z')
    expect(valueAt(apart.value(), ['base'])).toEqual(valueAt(document.value(), ['base']))
  })

  test('are not lost while they are used', () => {
    expect(removeAt(document, ['base'])).toMatchObject({
      ok: false,
      reason: expect.stringContaining('&base'),
    })
    expect(setValue(document, ['base'], 1)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('&tags'),
    })
    expect(moveEntry(document, ['base'], { parent: [] })).toMatchObject({ ok: false })
    expect(removeAt(document, ['two'])).toMatchObject({ ok: true })
  })

  test('are not taken along by a copy', () => {
    const copy = documentOf(textAfter(document, copyEntry(document, ['base'], { key: 'other' })))
    expect(copy.problems).toEqual([])
    expect(copy.text.match(/&/g)).toHaveLength(2)
    expect(valueAt(copy.value(), ['other'])).toEqual(valueAt(document.value(), ['base']))
  })
})

describe('limits', () => {
  test('ten thousand nested collections give a problem, in block and in flow style', () => {
    const block = Array.from({ length: 10_000 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')
    for (const text of [
      '['.repeat(10_000),
      '{a: '.repeat(10_000),
      block,
      '- '.repeat(10_000),
      '? '.repeat(10_000),
    ]) {
      const document = parseYaml(text).at(-1)
      expect(document?.broken).toBe(true)
      expect(document?.problems.length).toBeGreaterThan(0)
    }
  })

  test('aliases that multiply give a problem, not a heap', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
    for (let i = 1; i < 12; i++) {
      lines.push(`a${i}: &a${i} [${Array.from({ length: 9 }, () => `*a${i - 1}`).join(', ')}]`)
    }
    const document = documentOf(lines.join('\n'))
    expect(document.broken).toBe(true)
    expect(document.problems.at(-1)?.message).toContain('excessive aliasing')
    expect(document.value()).toBe(null)
  })

  test('keys that are names of the prototype are keys', () => {
    const document = documentOf('__proto__: {polluted: true}\nconstructor: 1\n')
    expect(Object.hasOwn(Object(document.value()), '__proto__')).toBe(true)
    expect(Object(document.value()).polluted).toBe(undefined)
    expect(document.has(['toString'])).toBe(false)
    const text = textAfter(document, setValue(document, ['__proto__', 'x'], 1))
    expect(text).toBe('__proto__: {polluted: true, x: 1}\nconstructor: 1\n')
  })

  test('edits of broken text are refused', () => {
    expect(setValue(documentOf('a: [1\nb: 2\n'), ['b'], 1)).toMatchObject({ ok: false })
  })
})
