import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyTextEdits } from '@/lib/promise/command'
import { FileContent } from '@/lib/promise/files'
import { valueAt } from '@/lib/promise/path'
import { documentsOf, parseYaml, shiftDocuments } from './document'
import { setValue } from './edit'
import { answers, documents, pathsOf, typed } from './test-support'

const RUNS = Number(process.env.YAML_RUNS ?? 400)

const inserts = fc.oneof(
  fc.constantFrom(
    'x',
    'yes',
    ' ',
    ':',
    ': ',
    '#',
    ' #',
    '"',
    "'",
    '-',
    '- ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '&',
    '*',
    '!',
    '|',
    '?',
    '\\',
    '\n',
    '0',
    '.',
    '=',
    '<<',
    '%',
    '@',
    '',
    '\t',
    '\u2028',
    '\ud800',
    '---',
    '...',
    '.inf',
  ),
  fc.string({ maxLength: 4 }),
)

describe('a shifted document', () => {
  test('answers as a fresh reading does, whatever is typed wherever', () => {
    let primed = 0
    fc.assert(
      fc.property(documents, fc.nat(), fc.nat({ max: 3 }), inserts, (text, at, length, insert) => {
        const from = at % (text.length + 1)
        const to = Math.min(text.length, from + length)
        const { after, shifted } = typed(text, { from, to, insert })
        if (!shifted) return
        primed++
        expect(answers(documentsOf(after))).toEqual(answers(parseYaml(after.text ?? '')))
      }),
      { numRuns: RUNS * 4 },
    )
    expect(primed).toBeGreaterThan(RUNS / 10)
  })

  test('goes on being right letter after letter, also in a stream of documents', () => {
    fc.assert(
      fc.property(
        documents,
        documents,
        fc.array(fc.tuple(fc.nat(), inserts), { maxLength: 12 }),
        (one, two, typing) => {
          let content = FileContent.fromText(`${one}\n---\n${two}`)
          documentsOf(content)
          for (const [at, insert] of typing) {
            const text = content.text ?? ''
            const from = at % (text.length + 1)
            const next = typed(text, { from, to: from, insert }).after
            if (!shiftDocuments(content, [{ from, to: from, insert }], next)) continue
            content = next
          }
          expect(answers(documentsOf(content))).toEqual(answers(parseYaml(content.text ?? '')))
        },
      ),
      { numRuns: RUNS / 4 },
    )
  })

  test('primes what a form types into a scalar', () => {
    for (const text of [
      'a: x\nb: 1\n',
      "a: 'x'\n",
      'a: "x"\nb: [1]\n',
      '- {a: x, b: y}\n',
      'a:\n- b: x\n',
    ]) {
      const [document] = parseYaml(text)
      const path = pathsOf(document?.value()).find((one) => valueAt(document?.value(), one) === 'x')
      if (!document || !path) throw new Error('no x')
      const edited = setValue(document, path, 'yes: #1')
      if (!edited.ok) throw new Error(edited.reason)
      const before = FileContent.fromText(text)
      documentsOf(before)
      const after = FileContent.fromText(applyTextEdits(text, edited.edits))
      expect(shiftDocuments(before, edited.edits, after)).toBe(true)
      expect(valueAt(documentsOf(after)[0]?.value(), path)).toBe('yes: #1')
    }
  })

  test('keeps the identity of what was not touched', () => {
    const text = 'a: {b: 1}\nc: [x, w]\nd: {e: {f: g}}\n'
    const before = FileContent.fromText(text)
    const value = documentsOf(before)[0]?.value()
    const edit = { from: text.indexOf('x'), to: text.indexOf('x') + 1, insert: 'long text' }
    const after = FileContent.fromText(applyTextEdits(text, [edit]))
    expect(shiftDocuments(before, [edit], after)).toBe(true)
    const next = documentsOf(after)[0]?.value()
    expect(next).toEqual({ a: { b: 1 }, c: ['long text', 'w'], d: { e: { f: 'g' } } })
    expect(valueAt(next, ['a'])).toBe(valueAt(value, ['a']))
    expect(valueAt(next, ['d'])).toBe(valueAt(value, ['d']))
    expect(value).toEqual({ a: { b: 1 }, c: ['x', 'w'], d: { e: { f: 'g' } } })
  })

  test('is not made for a text that the edits do not give', () => {
    const before = FileContent.fromText('a: x\n')
    documentsOf(before)
    const edit = { from: 3, to: 4, insert: 'y' }
    expect(shiftDocuments(before, [edit], FileContent.fromText('a: z\n'))).toBe(false)
    expect(shiftDocuments(before, [edit], FileContent.fromText('a: yy\n'))).toBe(false)
  })

  test('is not made of a text that was never read', () => {
    const edit = { from: 3, to: 4, insert: 'y' }
    const before = FileContent.fromText('a: x\n')
    expect(shiftDocuments(before, [edit], FileContent.fromText('a: y\n'))).toBe(false)
  })
})
