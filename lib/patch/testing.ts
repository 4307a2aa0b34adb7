import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { FileContent } from '@/lib/promise/files'
import type { Tree, TreeFile } from './compare'

// Trees on a disk and the real git, for tests.

/** What git must not see: the repository around, and the settings of whoever runs the tests. */
export const gitEnvironment = {
  ...process.env,
  GIT_CEILING_DIRECTORIES: tmpdir(),
  GIT_CONFIG_GLOBAL: '/dev/null',
}

/** Runs `work` in a folder that holds `tree`; the folder goes afterwards. */
export function withTree<T>(tree: Tree, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'tree-'))
  try {
    for (const [path, { content, executable }] of tree) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content.bytes)
      chmodSync(join(folder, path), executable ? 0o755 : 0o644)
    }
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Every file below `folder`. */
export function readTree(folder: string): Tree {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Map(
    found
      .filter((entry) => entry.isFile())
      .map((entry): [string, TreeFile] => {
        const full = join(entry.parentPath, entry.name)
        const content = FileContent.fromBytes(new Uint8Array(readFileSync(full)))
        const executable = (statSync(full).mode & 0o111) !== 0
        return [full.slice(folder.length + 1), { content, executable }]
      }),
  )
}

/** Applies `patch` in `folder`. @throws Error with the words of git and the patch. */
export function gitApply(folder: string, patch: string, ...options: readonly string[]): void {
  try {
    execFileSync('git', ['apply', '--whitespace=nowarn', ...options], {
      cwd: folder,
      env: gitEnvironment,
      input: Buffer.from(patch, 'utf8'),
      stdio: ['pipe', 'ignore', 'pipe'],
    })
  } catch (error) {
    throw new Error(`git apply refused:\n${patch}`, { cause: error })
  }
}

/** A tree as text that a test can compare. */
export function plainTree(tree: Tree): readonly string[] {
  return [...tree]
    .map(([path, { content, executable }]) => `${path} ${executable} ${content.hash}`)
    .sort()
}
