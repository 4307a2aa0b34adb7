import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyTextEdits } from '@/lib/promise/command'
import { FileContent } from '@/lib/promise/files'
import { valueAt } from '@/lib/promise/path'
import { documentsOf, parseYaml, shiftDocuments } from './document'
import { insertEntry, removeAt } from './edit'
import { answers, documents, typed } from './test-support'

const RUNS = Number(process.env.YAML_RUNS ?? 400)

/** What people and commands put between lines: lines that are there, moved in or out, and odd ones. */
const lines = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.nat(), fc.integer({ min: -4, max: 4 })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '# note',
      '---',
      '...',
      'new: x',
      '- new',
      '{',
      '"',
      '? a',
      '|',
      '\tx: 1',
      '&a b: c',
      '*a',
      '<<: {a: 1}',
      '%YAML 1.2',
      '!!str a: b',
    ),
  },
)

function written(line: string | [number, number], all: readonly string[]): string {
  if (typeof line === 'string') return line
  const [at, by] = line
  const copy = all[at % all.length] ?? ''
  return by < 0 ? copy.replace(new RegExp(`^ {0,${-by}}`), '') : ' '.repeat(by) + copy
}

describe('a document with lines that were put in, changed or taken out', () => {
  test('answers as a fresh reading does', () => {
    let grafted = 0
    fc.assert(
      fc.property(
        documents,
        fc.nat(),
        fc.nat({ max: 3 }),
        fc.array(lines, { maxLength: 3 }),
        (text, at, length, put) => {
          const all = text.split(/(?<=\n)/)
          const first = at % (all.length + 1)
          const from = all.slice(0, first).join('').length
          const to = from + all.slice(first, first + length).join('').length
          const insert = put.map((line) => written(line, all).replace(/\r?\n?$/, '\n')).join('')
          const { after, shifted } = typed(text, { from, to, insert })
          if (!shifted) return
          grafted++
          expect(answers(documentsOf(after))).toEqual(answers(parseYaml(after.text ?? '')))
        },
      ),
      { numRuns: RUNS * 4 },
    )
    expect(grafted).toBeGreaterThan(RUNS / 2)
  })

  test('goes on being right, change after change', () => {
    fc.assert(
      fc.property(
        documents,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 1 }), lines), { maxLength: 8 }),
        (text, changes) => {
          let content = FileContent.fromText(text)
          documentsOf(content)
          for (const [at, length, line] of changes) {
            const all = (content.text ?? '').split(/(?<=\n)/)
            const first = at % (all.length + 1)
            const from = all.slice(0, first).join('').length
            const to = from + all.slice(first, first + length).join('').length
            const edit = { from, to, insert: `${written(line, all).trimEnd()}\n` }
            const next = FileContent.fromText(applyTextEdits(content.text ?? '', [edit]))
            if (shiftDocuments(content, [edit], next)) content = next
          }
          expect(answers(documentsOf(content))).toEqual(answers(parseYaml(content.text ?? '')))
        },
      ),
      { numRuns: RUNS },
    )
  })

  test('is not read whole when a property is added or removed beside others', () => {
    const text =
      'spec:\n  one:\n    type: string\n  two:\n    type: object\n    of:\n      a: 1\nkind: X\n'
    const before = FileContent.fromText(text)
    const [document] = documentsOf(before)
    if (!document) throw new Error('no document')
    for (const [edited, expected] of [
      [insertEntry(document, ['spec'], 'three', { type: 'array' }), { three: { type: 'array' } }],
      [
        insertEntry(document, ['spec', 'two', 'of'], 'b', 2),
        { two: { type: 'object', of: { a: 1, b: 2 } } },
      ],
      [removeAt(document, ['spec', 'two', 'of']), { two: { type: 'object' } }],
    ] as const) {
      if (!edited.ok) throw new Error(edited.reason)
      const after = FileContent.fromText(applyTextEdits(text, edited.edits))
      expect(shiftDocuments(before, edited.edits, after)).toBe(true)
      expect(valueAt(documentsOf(after)[0]?.value(), ['spec'])).toMatchObject(expected)
    }
  })

  test('keeps the identity of what stands beside', () => {
    const text = 'a:\n  b: 1\nc:\n  d: 2\ne:\n  f: 3\n'
    const before = FileContent.fromText(text)
    const value = documentsOf(before)[0]?.value()
    const edit = { from: text.indexOf('e:'), to: text.indexOf('e:'), insert: '  new: x\n' }
    const after = FileContent.fromText(applyTextEdits(text, [edit]))
    expect(shiftDocuments(before, [edit], after)).toBe(true)
    const next = documentsOf(after)[0]?.value()
    expect(next).toEqual({ a: { b: 1 }, c: { d: 2, new: 'x' }, e: { f: 3 } })
    expect(valueAt(next, ['a'])).toBe(valueAt(value, ['a']))
    expect(valueAt(next, ['e'])).toBe(valueAt(value, ['e']))
  })
})
