import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseYaml } from '@/lib/yaml/document'
import { estimateJsonSize, jsonSize, listDocuments, meters, totals } from '.'

/** As Go writes it. */
function goJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029\u007f]/g, (c) =>
    c === '\u007f' ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

test('the exact size is that of the JSON which Go writes', () => {
  const value = fc.jsonValue({ noUnicodeString: false, stringUnit: 'grapheme' })
  fc.assert(
    fc.property(value, (value) => {
      expect(jsonSize(value)).toBe(new TextEncoder().encode(goJson(value)).length)
    }),
  )
})

test.each([
  'a: 1\nb: two\nc: true\nd: null\ne:\nf: "x"\n',
  'a:\n  b:\n    c: d\n  e:\n  - f\n  - g: h\n    i: j\n  -\n    k: l\nm: [1,2]\no: {}\n',
  'a:\n- - b\n  - c\n- d\n',
  '# head\na: b # tail\n\nc: "d # e"\n',
  'text: |\n  one\n    two\n\n  three\nnext: x\n',
  'long: one two\n  three\n  four\nkey: <a&b>\n',
  'key:\n  a plain scalar\nother: x\n',
  '- a\n- b: c\n',
])('the estimate is exact for %j', (text) => {
  expect(estimateJsonSize(text)).toBe(jsonSize(parseYaml(text)[0]?.value()))
})

test('totals and meters count JSON, not indented text', () => {
  const object = 'apiVersion: v1\nkind: A\nmetadata:\n  name: x\n'
  const documents = listDocuments('f', `${object}---\n${object}`)
  const one = JSON.stringify({ apiVersion: 'v1', kind: 'A', metadata: { name: 'x' } }).length
  expect(totals(documents)).toEqual({ objects: 2, bytes: object.length * 2, json: 2 * (one + 1) })
  expect(meters(1000)).toEqual({
    apply: { used: 1049, limit: 262_144 },
    etcd: { used: 1000, limit: 1_572_864 },
  })
})
