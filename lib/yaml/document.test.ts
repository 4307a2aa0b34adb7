import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FileContent } from '@/lib/promise/files'
import { valueAt } from '@/lib/promise/path'
import { documentsOf, parseYaml, promiseDocument, revive, serialise } from './document'
import { readValue } from './read-value'
import { documentOf, documents, pathsOf } from './test-support'

describe('a document', () => {
  test('is read without an error, however oddly it is written', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const [document] = parseYaml(text)
        expect(document?.problems).toEqual([])
        expect(document?.broken).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  test('finds every path at every place that it gives for it', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const document = documentOf(text)
        for (const path of pathsOf(document.value())) {
          expect(document.has(path)).toBe(true)
          const value = document.rangeOf(path, 'value')
          const entry = document.rangeOf(path)
          if (!value || !entry || path.length === 0) continue
          expect(entry.from).toBeLessThanOrEqual(value.from)
          expect(entry.to).toBeGreaterThanOrEqual(value.to)
          expect(document.pathAt(value.from).slice(0, path.length)).toEqual(path)
          const key = document.rangeOf(path, 'key')
          if (key && typeof path.at(-1) === 'string')
            expect(document.pathAt(key.from)).toEqual(path)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('gives any text an answer and any offset a path', () => {
    const pieces = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '#',
      '"',
      "'",
      '|',
      '>',
      '&a ',
      '*a',
      '!',
      '? ',
      '---\n',
      '...\n',
      '%YAML 1.1\n',
      '\t',
      '\r',
      '\ufeff',
      '<<: ',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (all) => {
        const text = all.join('')
        const read = parseYaml(text)
        expect(read.length).toBeGreaterThan(0)
        expect(read.at(-1)?.range.to).toBe(text.length)
        for (const document of read) {
          document.value()
          for (const path of pathsOf(document.value())) document.rangeOf(path)
          for (let at = 0; at <= text.length; at++)
            expect(Array.isArray(document.pathAt(at))).toBe(true)
          for (const { range } of document.problems) {
            expect(range.from).toBeGreaterThanOrEqual(0)
            expect(range.to).toBeLessThanOrEqual(text.length)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('the entry of a path', () => {
  const text = '# head\n\n# of a\na: 1 # beside\nb:\n  # of c\n  - c: 2\n    d: {e: 3}\n'
  const document = documentOf(text)
  const entry = (...path: (string | number)[]) => {
    const range = document.rangeOf(path)
    return range && text.slice(range.from, range.to)
  }

  test('is whole lines with the comments above and beside', () => {
    expect(entry('a')).toBe('# of a\na: 1 # beside\n')
    expect(entry('b', 0)).toBe('  # of c\n  - c: 2\n    d: {e: 3}\n')
  })

  test('begins behind a dash, and within flow style is only itself', () => {
    expect(entry('b', 0, 'c')).toBe('c: 2\n')
    expect(entry('b', 0, 'd', 'e')).toBe('e: 3')
  })

  test('is where the cursor may stand to mean the path', () => {
    expect(document.pathAt(text.indexOf('# of a'))).toEqual(['a'])
    expect(document.pathAt(text.indexOf('beside'))).toEqual(['a'])
    expect(document.pathAt(text.indexOf('# of c'))).toEqual(['b', 0])
    expect(document.pathAt(text.indexOf('3'))).toEqual(['b', 0, 'd', 'e'])
    expect(document.pathAt(0)).toEqual([])
  })
})

describe('a value', () => {
  const text = 'kind: A\na: {b: [1, {c: x}]}\nlist:\n  - {p: 1}\n  - {q: 1}\nd: {e: 1}\n'
  const read = () => documentOf(text).value()
  const readWith = (from: string, to: string) => documentOf(text.replace(from, to)).value()

  test('is the same object when the text is read again', () => {
    const before = read()
    expect(read()).toBe(before)
  })

  test('keeps the identity of what an edit leaves alone, and only of that', () => {
    const before = read()
    const value = readWith('e: 1', 'e: 2')
    expect(valueAt(value, ['a'])).toBe(valueAt(before, ['a']))
    expect(valueAt(value, ['d'])).toEqual({ e: 2 })
    expect(valueAt(before, ['d'])).toEqual({ e: 1 })
    expect(value).not.toBe(before)
  })

  test('keeps the items behind one that came or went', () => {
    const before = read()
    const longer = readWith('list:\n', 'list:\n  - {m: 1}\n')
    expect(longer).toMatchObject({ list: [{ m: 1 }, { p: 1 }, { q: 1 }] })
    expect(valueAt(longer, ['list', 2])).toBe(valueAt(before, ['list', 1]))
    const again = read()
    const shorter = readWith('  - {p: 1}\n', '')
    expect(valueAt(shorter, ['list', 0])).toBe(valueAt(again, ['list', 1]))
  })

  test('never keeps what differs, whatever was read before', () => {
    fc.assert(
      fc.property(documents, documents, (one, two) => {
        const shape = (body: string) =>
          `kind: A\nof:\n${body.replace(/^\ufeff|^---|^\.\.\./gm, '').replace(/^/gm, '  ')}\n`
        documentOf(shape(one)).value()
        const [fresh] = revive(structuredClone(serialise(parseYaml(shape(two)))), shape(two))
        const expected = readValue(documentOf(shape(two)).root)
        expect(fresh?.value()).toEqual(expected)
        expect(JSON.stringify(fresh?.value())).toBe(JSON.stringify(expected))
      }),
      { numRuns: 150 },
    )
  })
})

describe('a file', () => {
  test('is read once', () => {
    const content = FileContent.fromText('a: 1\n')
    expect(documentsOf(content)).toBe(documentsOf(content))
  })

  test('that is empty is one empty document, and a binary one has none', () => {
    expect(parseYaml('').map((one) => one.value())).toEqual([null])
    expect(documentsOf(FileContent.fromBytes(Uint8Array.of(0xff, 0xfe)))).toEqual([])
  })

  test('is represented by its Promise', () => {
    const content = FileContent.fromText('kind: A\n---\nkind: Promise\nx: 1\n')
    expect(promiseDocument(content)?.value()).toEqual({ kind: 'Promise', x: 1 })
    expect(promiseDocument(FileContent.fromText('kind: A\n---\nkind: B\n'))?.value()).toEqual({
      kind: 'A',
    })
  })

  test('with 750 KB takes about as long per character as one with 75 KB', () => {
    const line = (i: number) =>
      `  - name: item${i}\n    text: "some text # ${i}"\n    list: [a, b]\n`
    const time = (count: number) => {
      const text = `items:\n${Array.from({ length: count }, (_, i) => line(i)).join('')}`
      let best = Number.POSITIVE_INFINITY
      for (let i = 0; i < 3; i++) {
        const start = process.cpuUsage()
        parseYaml(text)[0]?.value()
        best = Math.min(best, process.cpuUsage(start).user)
      }
      return best / text.length
    }
    // Quadratic work would make it ten times as long; the margin is for a busy machine.
    expect(time(10_000) / time(1_000)).toBeLessThan(6)
  }, 120_000)
})
