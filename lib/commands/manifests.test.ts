import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitManifests } from './manifests'

const texts = (stream: string) => splitManifests(stream).map(({ text }) => text)

test('takes a stream apart at its marks, whatever stands behind them', () => {
  expect(texts('a: 1\n---\nb: 2\n--- # from chart\nc: 3\n...\n')).toEqual([
    'a: 1\n',
    'b: 2\n',
    '# from chart\nc: 3\n',
  ])
  expect(texts('--- {a: 1}\n--- {b: 1}')).toEqual(['{a: 1}\n', '{b: 1}\n'])
})

test('passes over empty documents and keeps their comments', () => {
  expect(texts('# licence\n\n---\n\n---\na: 1\n---\n# the end\n')).toEqual([
    '# licence\n# the end\na: 1\n',
  ])
  expect(texts('')).toEqual([])
  expect(texts('# nothing\n---\n')).toEqual([])
})

test('drops a byte-order mark, directives and carriage returns', () => {
  expect(texts('\ufeff%YAML 1.1\r\n---\r\na: |\r\n  ---x\r\n  y\r\n')).toEqual([
    'a: |\n  ---x\n  y\n',
  ])
})

test('keeps the last blank lines of a block scalar and comments within it', () => {
  expect(texts('a: |+\n  # text\n\n---\nb: 1\n')).toEqual(['a: |+\n  # text\n\n', 'b: 1\n'])
})

test('removing a document leaves the others', () => {
  const stream = '# head\na: 1\n---\nb: 2\n---\nc: 3\n'
  const rest = splitManifests(stream).map(
    ({ from, to }) => stream.slice(0, from) + stream.slice(to),
  )
  expect(rest.map(texts)).toEqual([
    ['b: 2\n', 'c: 3\n'],
    ['# head\na: 1\n', 'c: 3\n'],
    ['# head\na: 1\n', 'b: 2\n'],
  ])
})

test('the ranges of the documents cover the stream', () => {
  const line = fc.constantFrom(
    '---',
    '...',
    'a: 1',
    '# c',
    '',
    '--- x: 1',
    '  b',
    '%YAML 1.2',
    '---x',
  )
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const stream = lines.join('\n')
      const manifests = splitManifests(stream)
      if (manifests.length === 0) return
      expect(manifests.map(({ from, to }) => stream.slice(from, to)).join('')).toBe(stream)
    }),
  )
})
