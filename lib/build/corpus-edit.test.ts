import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { zip } from '@/lib/bundle/zip'
import { setField } from '@/lib/commands/set-field'
import { setPromiseName } from '@/lib/commands/set-promise-name'
import { setPromiseVersion } from '@/lib/commands/set-promise-version'
import type { InputFile } from '@/lib/importers'
import { type Command, runCommand } from '@/lib/promise/command'
import { PROMISE_FILE } from '@/lib/promise/files'
import { build } from './build'
import { openRepository } from './open'

// The folder that the corpus comes from has whole repositories; the copies here only the Promises.
const shared = join(import.meta.dirname, '../../../shared/corpus')
const copies = join(import.meta.dirname, '../yaml/fixtures/corpus')

function read(folder: string, path = ''): readonly InputFile[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const here = path === '' ? entry.name : `${path}/${entry.name}`
    if (entry.isDirectory()) return read(folder, here)
    return [{ path: here, bytes: new Uint8Array(readFileSync(join(folder, here))) }]
  })
}

const repositories: (readonly [string, readonly InputFile[]])[] = existsSync(shared)
  ? readdirSync(shared, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => [name, read(join(shared, name))])
  : read(copies)
      .filter(({ path }) => path.endsWith('.yaml'))
      .map(({ path, bytes }) => [
        path,
        [
          { path: PROMISE_FILE, bytes },
          { path: 'README.md', bytes: new Uint8Array([0x23, 0x0d, 0x0a]) },
        ],
      ])

/** Edits of one line each, and how that line begins. */
const EDITS: readonly (readonly [string, Command, RegExp])[] = [
  ['its name', setPromiseName('renamed'), /^\s+name: renamed$/],
  ['its version', setPromiseVersion('v9.9.9'), /kratix\.io\/promise-version: v9\.9\.9$/],
  [
    'a label',
    setField(PROMISE_FILE, ['metadata', 'labels', 'edited'], 'here'),
    /^\s+edited: here$/,
  ],
]

describe.each(repositories)('%s', (name, files) => {
  test.each(EDITS)('exports with a change of %s, and no other', (_, edit, line) => {
    const opened = openRepository({ kind: 'folder', name, files })
    if (opened.kind !== 'ok') throw new Error(JSON.stringify(opened))
    const exported = unzipSync(zip(build(runCommand(opened.files, edit)).files.values(), 'r'))
    for (const { path, bytes } of files) {
      const now = exported[`r/${path}`]
      if (path !== PROMISE_FILE) expect(now, path).toEqual(bytes)
      else expectOneLine(strFromU8(bytes), strFromU8(now ?? new Uint8Array()), line)
    }
    // A Promise that comes alone gets what it needs; a repository of others gets nothing.
    if (files.length === 1) return
    expect(Object.keys(exported).sort()).toEqual(files.map(({ path }) => `r/${path}`).sort())
  })
})

/** What differs is one run of lines: those that were replaced, and what came for them. */
function expectOneLine(before: string, after: string, line: RegExp): void {
  const [old, now] = [before.split('\n'), after.split('\n')]
  let head = 0
  while (head < old.length && old[head] === now[head]) head++
  let tail = 0
  while (tail < old.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++
  const gone = old.slice(head, old.length - tail)
  const come = now.slice(head, now.length - tail)
  expect(gone.length).toBeLessThanOrEqual(1)
  // A first label brings its key along.
  expect(come.length).toBeLessThanOrEqual(2)
  expect(come.filter((one) => line.test(one))).toHaveLength(1)
}
