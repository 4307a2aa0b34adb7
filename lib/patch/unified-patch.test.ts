import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { FileContent } from '@/lib/promise/files'
import type { Tree, TreeFile } from './compare'
import { gitApply, gitEnvironment, plainTree, readTree, withTree } from './testing'
import { unifiedPatch } from './unified-patch'

const text = (value: string, executable = false): TreeFile => ({
  content: FileContent.fromText(value),
  executable,
})
const bytes = (...values: readonly number[]): TreeFile => ({
  content: FileContent.fromBytes(new Uint8Array(values)),
  executable: false,
})

/** `git apply` makes the second tree of the first, and `git apply -R` the first of the second. */
function expectApplies(before: Tree, after: Tree): void {
  const patch = unifiedPatch(before, after)
  if (patch === '') {
    expect(plainTree(after)).toEqual(plainTree(before))
    return
  }
  withTree(before, (folder) => {
    gitApply(folder, patch)
    expect(plainTree(readTree(folder))).toEqual(plainTree(after))
    gitApply(folder, patch, '-R')
    expect(plainTree(readTree(folder))).toEqual(plainTree(before))
  })
}

test('a changed line stands in a hunk with three lines around it, as git prints it', () => {
  const lines = Array.from({ length: 20 }, (_, i) => `line ${i + 1}\n`).join('')
  const edited = lines.replace('line 2\n', 'two\n').replace('line 19\n', '')
  const [before, after] = [lines, edited].map((value) => new Map([['promise.yaml', text(value)]]))
  const [old, now] = [lines, edited].map((input) =>
    execFileSync('git', ['hash-object', '--stdin'], {
      input,
      env: gitEnvironment,
      encoding: 'utf8',
    }).trim(),
  )
  expect(unifiedPatch(before ?? new Map(), after ?? new Map())).toBe(
    `diff --git a/promise.yaml b/promise.yaml
index ${old}..${now} 100644
--- a/promise.yaml
+++ b/promise.yaml
@@ -1,5 +1,5 @@
 line 1
-line 2
+two
 line 3
 line 4
 line 5
@@ -16,5 +16,4 @@
 line 16
 line 17
 line 18
-line 19
 line 20
`,
  )
})

test.each<[string, Tree, Tree]>([
  ['nothing', new Map(), new Map()],
  ['a new file', new Map(), new Map([['a/b/c.txt', text('x\n')]])],
  ['a deleted file', new Map([['a/b/c.txt', text('x\ny\n')]]), new Map([['z', text('z')]])],
  ['an empty file that comes', new Map(), new Map([['.gitkeep', text('')]])],
  ['an empty file that goes', new Map([['.gitkeep', text('')]]), new Map()],
  ['a file that becomes empty', new Map([['a', text('x\n')]]), new Map([['a', text('')]])],
  ['a file that was empty', new Map([['a', text('')]]), new Map([['a', text('x')]])],
  ['a new script', new Map(), new Map([['run.sh', text('#!/bin/sh\n', true)]])],
  ['a mode alone', new Map([['run.sh', text('x\n')]]), new Map([['run.sh', text('x\n', true)]])],
  [
    'a mode and a text',
    new Map([['run.sh', text('x\n', true)]]),
    new Map([['run.sh', text('y\n')]]),
  ],
  ['a final newline that goes', new Map([['a', text('x\ny\n')]]), new Map([['a', text('x\ny')]])],
  ['a final newline that comes', new Map([['a', text('x\ny')]]), new Map([['a', text('x\ny\n')]])],
  ['no final newline on both', new Map([['a', text('x\ny')]]), new Map([['a', text('z\ny')]])],
  [
    'Windows line ends and a byte-order mark',
    new Map([['a', text('\ufeffx: 1\r\ny: 2\r\nz: 3')]]),
    new Map([['a', text('\ufeffx: 1\r\ny: 3\nz: 3\r\n')]]),
  ],
  ['a lone carriage return', new Map([['a', text('x\ry\r')]]), new Map([['a', text('x\rz\r')]])],
  ['a binary file that comes', new Map(), new Map([['a.bin', bytes(0, 255, 254, 10)]])],
  ['a binary file that goes', new Map([['a.bin', bytes(0, 255, 254, 10)]]), new Map()],
  ['text that becomes binary', new Map([['a', text('x\n')]]), new Map([['a', bytes(200, 201)]])],
  ['text with a NUL', new Map([['a', text('x\u0000\ny\n')]]), new Map([['a', text('x\n')]])],
  ['an empty file that becomes binary', new Map([['a', text('')]]), new Map([['a', bytes(128)]])],
  ['a file where a folder was', new Map([['a/b', text('x\n')]]), new Map([['a', text('x\n')]])],
  ['a folder where a file was', new Map([['a', text('x\n')]]), new Map([['a/b', text('x\n')]])],
  [
    'lines that look like a patch',
    new Map([['a', text('--- a/x\n+++ b/x\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n')]]),
    new Map([['a', text('-- x\n++ y\n@@ -1 +1 @@\ndiff --git a/a b/a\n')]]),
  ],
])('git apply takes %s', (_, before, after) => expectApplies(before, after))

test.each([
  'a b.txt',
  'é/雪.txt',
  'say "hi".txt',
  ' a',
  'a ',
  'a/ b/c',
  'a b/a b',
  '-x',
  "it's",
  '#',
])('git apply takes the path %j', (path) => {
  const other = new Map([['keep', text('k')]])
  const states: Tree[] = [
    other,
    new Map([...other, [path, text('x\ny\n')]]),
    new Map([...other, [path, text('x\nz\n')]]),
    new Map([...other, [path, text('x\nz\n', true)]]),
    new Map([...other, [path, text('')]]),
    new Map([...other, [path, bytes(1, 200, 3)]]),
    other,
  ]
  for (const [i, after] of states.entries()) {
    const before = states[i - 1]
    if (before) expectApplies(before, after)
  }
})

test('git apply makes the second of any two trees', () => {
  const path = fc.constantFrom('promise.yaml', 'a', 'a/b', 'a/c d', 'é', 'run.sh', 'x/"q"', 'b')
  const line = fc.constantFrom(
    '',
    'a',
    'b',
    'c',
    '\t',
    ' ',
    '-',
    '+',
    '\\',
    'é',
    'x\r',
    '@@ -1 +1 @@',
  )
  const lines = fc
    .tuple(fc.array(line, { maxLength: 30 }), fc.boolean())
    .map(([all, end]) => all.join('\n') + (end && all.length > 0 ? '\n' : ''))
  const content = fc.oneof(
    { weight: 5, arbitrary: lines.map((value) => FileContent.fromText(value)) },
    fc.string({ unit: 'binary' }).map((value) => FileContent.fromText(value)),
    fc.uint8Array({ maxLength: 300 }).map((value) => FileContent.fromBytes(value)),
  )
  const file = fc.record({ content, executable: fc.boolean() })
  const tree = fc
    .array(fc.tuple(path, file), { maxLength: 6 })
    .map((entries): Tree => withoutClashes(new Map(entries)))
  fc.assert(
    fc.property(tree, tree, (before, after) => expectApplies(before, after)),
    { numRuns: 150 },
  )
})

test('git apply follows a repository through small edits of a long text', () => {
  const line = fc.constantFrom('a', 'b', 'c', 'd')
  const edit = fc.tuple(fc.nat(60), fc.nat(3), fc.array(line, { maxLength: 3 }))
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 20, maxLength: 60 }),
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      (start, edits) => {
        const now = [...start]
        for (const [at, count, insert] of edits) now.splice(at, count, ...insert)
        expectApplies(
          new Map([['a', text(start.join('\n'))]]),
          new Map([['a', text(now.join('\n'))]]),
        )
      },
    ),
    { numRuns: 60 },
  )
})

/** A disk cannot hold a file and a folder of one name. */
function withoutClashes(tree: Tree): Tree {
  return new Map(
    [...tree].filter(([path]) => ![...tree.keys()].some((one) => one.startsWith(`${path}/`))),
  )
}

test('git applies a patch below the top of a work tree as the docs say', () => {
  const top = mkdtempSync(join(tmpdir(), 'below-the-top-'))
  try {
    execFileSync('git', ['init', '--quiet'], { cwd: top, env: gitEnvironment })
    mkdirSync(join(top, 'services/redis'), { recursive: true })
    const file = join(top, 'services/redis/promise.yaml')
    writeFileSync(file, 'old\n')
    const [before, after] = ['old\n', 'new\n'].map(
      (text) =>
        new Map([['promise.yaml', { content: FileContent.fromText(text), executable: false }]]),
    )
    const patch = unifiedPatch(before ?? new Map(), after ?? new Map())
    gitApply(top, patch, '--directory=services/redis')
    expect(readFileSync(file, 'utf8')).toBe('new\n')
  } finally {
    rmSync(top, { recursive: true })
  }
})
