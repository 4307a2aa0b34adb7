import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FileContent, type Files, PROMISE_FILE } from '@/lib/promise/files'
import { documentsOf } from '@/lib/yaml/document'
import { build } from './build'
import { adopt } from './provenance'
import { contentsOf, filesOf } from './testing'

const folder = join(import.meta.dirname, '../yaml/fixtures/corpus')
const corpus = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name): [string, FileContent] => [
    name,
    FileContent.fromBytes(new Uint8Array(readFileSync(join(folder, name)))),
  ])

const small = 'apiVersion: platform.kratix.io/v1alpha1\nkind: Promise\nmetadata: {name: a}\n'
const shapes: [string, FileContent][] = Object.entries({
  'CRLF line ends': small.replaceAll('\n', '\r\n'),
  'a byte-order mark': `\ufeff${small}`,
  'no final newline': small.trimEnd(),
  'flow style': '{apiVersion: platform.kratix.io/v1alpha1, kind: Promise, metadata: {name: a}}',
  'several documents': `kind: Other\n---\n${small}---\n# end\n`,
  'anchors and merge keys': `${small}x: &x {a: 1}\ny: {<<: *x}\nspec: {api: *x}\n`,
  'comments everywhere': `# 1\n${small.replaceAll('\n', ' # 2\n')}# 3`,
}).map(([name, text]) => [name, FileContent.fromText(text)])

describe.each([...corpus, ...shapes])(
  'a Promise opened and built without an edit: %s',
  (_, promise) => {
    const opened = adopt(new Map([[PROMISE_FILE, promise]])).files
    const built = build(opened)

    test('keeps its bytes', () => {
      expect(built.files.get(PROMISE_FILE)?.content.hash).toBe(promise.hash)
    })
    test('is the same when the export is opened and built again', () => {
      const hashes = (files: Files) => [...files].map(([path, { hash }]) => [path, hash])
      const again = build(adopt(contentsOf(built)).files)
      expect(hashes(contentsOf(again))).toEqual(hashes(contentsOf(built)))
    })
    test('gets files that can be read', () => {
      for (const { path, content, origin } of built.files.values()) {
        expect(content.text, path).not.toMatch(/undefined|\[object|NaN/)
        if (origin !== 'generated' || !path.endsWith('.yaml')) continue
        expect(
          documentsOf(content).map(({ broken }) => broken),
          path,
        ).toEqual([false])
      }
    })
    test('gets none beside files of its own', () => {
      const files = new Map([...filesOf({ 'README.md': '# Own\n' }), [PROMISE_FILE, promise]])
      expect(adopt(files).files).toEqual(files)
      expect([...build(files).files.keys()].sort()).toEqual(['README.md', PROMISE_FILE])
    })
  },
)
