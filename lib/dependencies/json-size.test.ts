import { expect, test } from 'vitest'
import { appliedSize } from '@/lib/promise/size'
import { parseYaml } from '@/lib/yaml/document'
import { estimateJsonSize, listDocuments, meters, totals } from '.'

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
  expect(estimateJsonSize(text)).toBe(appliedSize(parseYaml(text)[0]?.value()) - 1)
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
