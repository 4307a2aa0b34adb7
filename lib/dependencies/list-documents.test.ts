import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseYaml } from '@/lib/yaml/document'
import {
  type DependencyDocument,
  displayDocument,
  duplicateProblems,
  listDocuments,
  listDocumentsFully,
} from '.'

const summary = (documents: readonly DependencyDocument[]) =>
  documents.map(({ index, path, apiVersion, kind, name, namespace }) =>
    [index, path.join('.'), apiVersion, kind, namespace, name].join('|'),
  )
const problems = (documents: readonly DependencyDocument[]) =>
  documents.flatMap((document) =>
    document.problems.map(({ code, message }) => `${code}: ${message}`),
  )

const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  namespace: b\n'

test('lists kind, name, namespace, size and place of every document', () => {
  const text = `# head\n---\n${SERVICE}---\n# nothing\n---\nkind: Namespace\napiVersion: v1\nmetadata: {name: é}\n`
  const documents = listDocuments('a.yaml', text)
  expect(
    documents.map(({ scope, bytes, range }) => ({
      scope,
      bytes,
      text: text.slice(range.from, range.to),
    })),
  ).toEqual([
    { scope: 'namespaced', bytes: SERVICE.length, text: SERVICE },
    {
      scope: 'cluster',
      bytes: 52,
      text: 'kind: Namespace\napiVersion: v1\nmetadata: {name: é}\n',
    },
  ])
  expect(documents.map(displayDocument)).toEqual(['Service b/a', 'Namespace é'])
  expect(problems(documents)).toEqual([])
})

test.each([
  ['CRLF', SERVICE.replaceAll('\n', '\r\n')],
  ['a byte-order mark', `\ufeff${SERVICE}`],
  ['no final newline', SERVICE.trimEnd()],
  ['flow style', '{apiVersion: v1, kind: Service, metadata: {name: a, namespace: b}}'],
  ['JSON', '{"apiVersion":"v1","kind":"Service",\n"metadata":{"name":"a","namespace":"b"}}'],
  ['a directive', `%YAML 1.1\n---\n${SERVICE}`],
  ['an end mark', `${SERVICE}...\n`],
  [
    'content on the line of the mark',
    '--- {apiVersion: v1, kind: Service, metadata: {name: a, namespace: b}}',
  ],
  ['quoted keys', SERVICE.replace('kind', '"kind"')],
  ['an anchor elsewhere', `x: &n a\n${SERVICE.replace('name: a', 'name: *n')}`],
  ['a merge key', `x: &n {name: a}\n${SERVICE.replace('name: a', '<<: *n')}`],
  ['a value on its own line', SERVICE.replace('kind: Service', 'kind:\n  Service')],
  ['a comment behind the mark', `--- # one\n${SERVICE}--- # two\n`],
  ['a mark inside a block scalar', `${SERVICE}data: |\n  ---\n  kind: Other\n`],
  ['lists at the margin', `rules:\n- a\n- kind: X\n${SERVICE}`],
  [
    'an own List',
    `apiVersion: v1\nkind: List\nitems:\n- ${SERVICE.trim().replaceAll('\n', '\n  ')}\n`,
  ],
  [
    'a typed List',
    'apiVersion: v1\nkind: ServiceList\nitems:\n- metadata: {name: a, namespace: b}\n',
  ],
])('reads an object written with %s', (_, text) => {
  expect(listDocuments('f', text).map(displayDocument)).toEqual(['Service b/a'])
  expect(summary(listDocuments('f', text))).toEqual(summary(listDocumentsFully('f', text)))
})

test.each([
  ['kind: Service\nmetadata: {name: a}\n', ['dependency-identity: this object has no apiVersion']],
  [
    'apiVersion: v1\nmetadata:\n',
    [
      'dependency-identity: this object has no kind',
      'dependency-identity: this object has no metadata.name',
    ],
  ],
  [
    'apiVersion: v1\nkind: Pod\nmetadata: {name: 1}\n',
    ['dependency-identity: metadata.name is not a string'],
  ],
  ['apiVersion: v1\nkind: Pod\nmetadata: x\n', ['dependency-identity: metadata is not a map']],
  [
    'apiVersion: v1\nkind: Pod\nmetadata: {generateName: a-}\n',
    [
      'dependency-identity: this object has generateName instead of metadata.name: every apply would make another one',
    ],
  ],
  ['- a\n- b\n', ['dependency-no-object: this document is no Kubernetes object: it is not a map']],
  ['just text\n', ['dependency-no-object: this document is no Kubernetes object: it is not a map']],
  ['apiVersion: v1\nkind: List\nitems: []\n', ['dependency-empty-list: this List is empty']],
  [
    'apiVersion: v1\nkind: Namespace\nmetadata: {name: a, namespace: b}\n',
    ['dependency-namespace: Namespace a belongs to the whole cluster: its namespace b is ignored'],
  ],
])('names the fault of %j', (text, found) => {
  expect(problems(listDocuments('f', text))).toEqual(found)
})

test('points a syntax error at its place in the file', () => {
  const text = `${SERVICE}---\nkind: {a\nmetadata:\n  name: x\n`
  const [, second] = listDocuments('f', text)
  const [problem] = second?.problems ?? []
  expect(problem?.code).toBe('dependency-syntax')
  expect(problem?.range?.from).toBeGreaterThan(SERVICE.length)
})

test('the same object twice is a fault, in any version and across files', () => {
  const other = SERVICE.replace('v1', 'v1beta1')
  const documents = [
    ...listDocuments('a', `${SERVICE}---\n${SERVICE}`),
    ...listDocuments('b', other),
  ]
  expect(
    duplicateProblems(documents).map(({ message, place }) => `${place.file}: ${message}`),
  ).toEqual([
    'a: Service b/a is there twice, first in document 1: only one can be applied',
    'b: Service b/a is there twice, first in a: only one can be applied',
  ])
  expect(
    duplicateProblems(listDocuments('a', `${SERVICE}---\n${SERVICE.replace(': b', ': c')}`)),
  ).toEqual([])
})

test('deeply nested flow is a fault, not an overflow', () => {
  const [document] = listDocuments('f', `kind: ${'['.repeat(100_000)}`)
  expect(document?.problems[0]?.code).toBe('dependency-syntax')
})

const LINES = [
  'apiVersion: v1',
  'apiVersion: apps/v1 # the group',
  'kind: Service',
  'kind: "List"',
  "kind: 'Pod'",
  'kind: yes',
  'metadata:',
  'metadata: {name: x, namespace: y}',
  '  name: a',
  '  name: "b"',
  '  namespace: c',
  '  labels: {a: b}',
  '  name: *anchor',
  '  <<: *anchor',
  '  note: |',
  '  note: >-',
  '    ---',
  '    name: d',
  '  --- x',
  'x: &anchor a',
  'x: |',
  'y: "one',
  '  two"',
  'items:',
  '- kind: Pod',
  '  metadata: {name: i}',
  '  - a',
  '- - a',
  '-',
  '-x',
  '---',
  '--- # comment',
  '--- |',
  '--- {kind: Pod, metadata: {name: q}}',
  '...',
  '%YAML 1.2',
  '# comment',
  '  # comment',
  '',
  ' ',
  '{kind: Pod,',
  '"kind": Pod',
  '? kind',
  ': Pod',
  '!!map',
  'key with blanks: a',
  'kind : Pod',
  '\tkind: a',
  'a:b: c',
  'http://x: 1',
]

test('the quick reading equals the full parse on any stream that parses', () => {
  const document = fc.array(fc.constantFrom(...LINES), { maxLength: 14 })
  let compared = 0
  fc.assert(
    fc.property(document, fc.constantFrom('\n', '\r\n'), fc.boolean(), (lines, end, bom) => {
      const text = (bom ? '\ufeff' : '') + lines.join(end)
      fc.pre(parseYaml(text).every(({ broken }) => !broken))
      compared++
      expect(summary(listDocuments('f', text))).toEqual(summary(listDocumentsFully('f', text)))
      expect(problems(listDocuments('f', text))).toEqual(problems(listDocumentsFully('f', text)))
    }),
    { numRuns: 1500, maxSkipsPerRun: 1000 },
  )
  expect(compared).toBe(1500)
}, 120_000)

test('the quick reading equals the full parse on streams of objects', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/)
  const prose = fc.constantFrom(
    '|\n  ---\n  kind: No\n',
    '>-\n  a\n\n  metadata: b\n',
    '"a\n  kind: b"\n',
    '\n- kind: No\n- a\n',
    '{kind: No}\n',
    '\n  kind: No\n',
  )
  const object = fc
    .record({
      apiVersion: word,
      kind: fc.oneof(word, fc.constant('List')),
      name: word,
      namespace: fc.option(word),
      spec: prose,
      order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 2 }),
    })
    .map(({ apiVersion, kind, name, namespace, spec, order }) => {
      const parts = [
        `apiVersion: ${apiVersion}\n`,
        `kind: ${kind}\n`,
        `metadata:\n  name: ${name}\n${namespace === null ? '' : `  namespace: ${namespace}\n`}`,
        `spec: ${spec}`,
      ]
      return order.map((i) => parts[i]).join('')
    })
  const separator = fc.constantFrom('---\n', '--- \n', '---\n# comment\n---\n')
  fc.assert(
    fc.property(fc.array(fc.tuple(separator, object), { maxLength: 6 }), (stream) => {
      const text = stream.flat().join('')
      expect(summary(listDocuments('f', text))).toEqual(summary(listDocumentsFully('f', text)))
    }),
    { numRuns: 500 },
  )
}, 120_000)

test('the Redis operator reads the same both ways', () => {
  const folder = 'e2e/fixtures/redis-dependencies'
  const found = readdirSync(folder).map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const documents = listDocuments('f', text)
    expect(summary(documents)).toEqual(summary(listDocumentsFully('f', text)))
    return documents.length
  })
  expect(found).toEqual([5, 1])
})
