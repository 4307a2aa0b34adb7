import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { applyTextEdits } from '@/lib/promise/command'
import { checkTemplate } from './check-template'
import { renderStep } from './render-step'
import { anyTemplate, mended } from './testing/templates'
import type { RenderInput } from './types'

const NAMES = ['a', 'b']

/** Message, place and, if there is a fix, the text after it, of each problem. */
function problemsOf(text: string) {
  return checkTemplate('t.yaml', text, NAMES).map(({ message, range, fix }) => ({
    message,
    at: text.slice(range.from, range.to),
    ...(fix && { fixed: applyTextEdits(text, fix) }),
  }))
}

describe('a template passes when it', () => {
  test.each([
    ['holds placeholders, quoted or not', 'a: ${a}\nb: "${b}"\nc: x ${a} $${b}\n'],
    ['quotes them in flow collections', 'a: ["${a}", {b: "${b}"}]\n'],
    [
      'holds several documents, empty ones and comments',
      '# one\na: 1\n---\n---\n# none\n---\n- b\n',
    ],
    [
      'has scalars that all readers take alike',
      'a: [null, ~, true, False, 0, -7, 1.5, 1.5e+3, 100m, 1.2.3]\n',
    ],
    ['holds text blocks with tabs inside', 'a: |\n  all:\n  \techo ${a}\nb: >-\n  x\n  y\n'],
    ['uses CRLF and begins with a byte-order mark', '\ufeffa: 1\r\nb: |\r\n  x\r\n'],
  ])('%s', (_, text) => {
    expect(problemsOf(text)).toEqual([])
  })
})

describe('quotes are offered for', () => {
  test.each(
    [
      [
        'yes',
        '010',
        '0x1F',
        '1_000',
        '12:30',
        '1e3',
        '.5',
        '2001-01-01',
        '=',
        '.inf',
        'off',
        '0o7',
      ],
    ].flat(),
  )('the scalar %s', (word) => {
    expect(problemsOf(`a: ${word}\n`)).toEqual([
      {
        message: `quote ${word}: readers of YAML do not agree on what it is`,
        at: word,
        fixed: `a: "${word}"\n`,
      },
    ])
  })

  test('keys that are no strings everywhere', () => {
    expect(problemsOf('on: 1\n').map(({ fixed }) => fixed)).toEqual(['"on": 1\n'])
    expect(problemsOf('1: x\n').map(({ fixed }) => fixed)).toEqual(['"1": x\n'])
  })

  test('integers beyond what JSON carries exactly', () => {
    expect(problemsOf('a: 9007199254740993\n')).toMatchObject([
      { fixed: 'a: "9007199254740993"\n' },
    ])
    expect(problemsOf('a: 9007199254740991\n')).toEqual([])
  })

  test('placeholders in flow collections, as a whole text and in any place', () => {
    expect(problemsOf('a: [${a}]\n')).toEqual([
      {
        message: 'quote ${a}: inside [ ] and { } a placeholder needs quotes',
        at: '${a}',
        fixed: 'a: ["${a}"]\n',
      },
    ])
    expect(problemsOf('a: {x: pre-${a}-${b}:8080, y: 1}\n')).toMatchObject([
      { fixed: 'a: {x: "pre-${a}-${b}:8080", y: 1}\n' },
    ])
  })

  test('text with a tab', () => {
    expect(problemsOf('a: x\ty\n')).toMatchObject([{ fixed: 'a: "x\\ty"\n' }])
    expect(problemsOf('a:\t1\n')).toMatchObject([{ fixed: 'a: 1\n' }])
  })
})

describe('a template is refused for', () => {
  test.each([
    ['an anchor', 'a: &x 1\n', '&x'],
    ['an alias', 'a: *x\n', '*x'],
    ['a tag', 'a: !!str 1\n', '!!str'],
    ['a merge key', '<<: {a: 1}\n', '<<'],
    ['a directive', '%YAML 1.1\n---\na: 1\n', '%YAML 1.1'],
    ['an end of a document', 'a: 1\n...\n', '...'],
    ['a key twice', 'a: 1\na: 2\n', 'a'],
    ['a placeholder in a key', '${a}: 1\n', '${a}'],
    ['an escaped placeholder in a key', '$${a}: 1\n', '$${a}'],
    ['an unknown name', 'x: a ${c} b\n', '${c}'],
    ['an opening that opens nothing', 'x: a ${ b\n', '${'],
    ['a name that is none', 'x: ${1}\n', '${'],
    ['a single value', 'just text\n', 'just text'],
    ['a list as a key', '? [a]\n: 1\n', '[a]'],
    ['halves of a character', 'x: "\\ud83d\\ude00"\n', '"\\ud83d\\ude00"'],
    ['a control character', 'x: "a\u0007"\n', '\u0007'],
    ['a line end that only some see', 'x: "a\u2028b"\n', '\u2028'],
    ['a lone carriage return', 'x: 1\ry: 2\n', '\r'],
  ])('%s', (_, text, at) => {
    expect(problemsOf(text).map((problem) => problem.at)).toContain(at)
  })

  test('text that is no YAML, at its place', () => {
    expect(problemsOf('a: b: c\n')).toMatchObject([{ at: 'b' }])
  })

  test('a name that is no template', () => {
    expect(checkTemplate('notes.txt', 'a: 1\n', [])).toHaveLength(1)
  })

  test('nesting without end, with a message', () => {
    for (const text of [
      '['.repeat(20_000),
      `${'- '.repeat(20_000)}a`,
      `a: ${'{a: '.repeat(5000)}`,
    ]) {
      expect(problemsOf(text).length).toBeGreaterThan(0)
    }
  })
})

test('a template that passes means the same to readers of YAML 1.1 and 1.2', () => {
  const step: RenderInput = {
    type: 'promise',
    values: NAMES.map((name) => ({
      name,
      source: { kind: 'constant', value: `\${${name}}` },
      type: undefined,
      default: undefined,
      map: undefined,
    })),
    status: { success: {}, failure: {} },
    templates: [],
  }
  fc.assert(
    fc.property(anyTemplate(NAMES), (text) => {
      const request = { metadata: { name: 'x' } }
      const rendered = renderStep({ ...step, templates: [{ path: 't.yaml', text }] }, request)
      expect(rendered.ok).toBe(true)
      const documents = rendered.ok ? rendered.files.flatMap((file) => file.documents) : []
      for (const version of ['1.1', '1.2'] as const) {
        const read = parseAllDocuments(text, { version }).map((document) => document.toJS())
        // The values stand for themselves, so what is rendered is what is written.
        const meant = JSON.stringify(read.filter((value) => value !== null))
        expect(JSON.stringify(documents)).toBe(meant.replaceAll('$${', '${'))
      }
    }),
    { numRuns: 40 },
  )
})

test('quick fixes end: each leaves fewer faults that have one', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          'a',
          ':',
          ' ',
          '\n',
          '$',
          '{',
          '}',
          '[',
          ']',
          '-',
          '0',
          '"',
          ',',
          '&',
          '\t',
          '#',
          '|',
        ),
      }),
      (text) => {
        const after = mended(text, NAMES)
        if (after !== undefined) expect(problemsOf(after)).toEqual([])
      },
    ),
  )
})

test('a colon begins no text inside [ ] and { }, which Go and Python would refuse', () => {
  expect(checkTemplate('t.yaml', 'a: :8080\n', [])).toEqual([])
  const [problem, ...rest] = checkTemplate('t.yaml', "a: [['@'], :8080]\n", [])
  expect(rest).toEqual([])
  expect(problem?.message).toContain('quote :8080')
  expect(problem?.fix).toEqual([{ from: 11, to: 16, insert: '":8080"' }])
})
