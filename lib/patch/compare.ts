import type { FileContent } from '@/lib/promise/files'
import { diffLines, linesOf, type Run } from './diff-lines'

/** A file of a repository at one time, as far as a patch can tell of it. */
export interface TreeFile {
  readonly content: FileContent
  readonly executable: boolean
}

/** Path -> file: a whole repository. `Build.files` and the states of the store are such trees. */
export type Tree = ReadonlyMap<string, TreeFile>

/** A file that is not the same in both trees. */
export type FileChange =
  | { readonly kind: 'added'; readonly path: string; readonly after: TreeFile }
  | { readonly kind: 'deleted'; readonly path: string; readonly before: TreeFile }
  | {
      /** Its content, its mode, or both. */
      readonly kind: 'changed'
      readonly path: string
      readonly before: TreeFile
      readonly after: TreeFile
    }

/** What differs from `before` to `after`, sorted by path. */
export function compareTrees(before: Tree, after: Tree): readonly FileChange[] {
  const changes: FileChange[] = []
  for (const [path, old] of before) {
    const now = after.get(path)
    if (!now) changes.push({ kind: 'deleted', path, before: old })
    else if (!sameFile(old, now)) changes.push({ kind: 'changed', path, before: old, after: now })
  }
  for (const [path, now] of after) {
    if (!before.has(path)) changes.push({ kind: 'added', path, after: now })
  }
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** True when both hold the same bytes and have the same mode. */
export function sameFile(a: TreeFile, b: TreeFile): boolean {
  return a.executable === b.executable && a.content.equals(b.content)
}

/** How much of a file changed. */
export interface LineCount {
  readonly added: number
  readonly removed: number
}

/** Lines that came and went; `undefined` for a file that is not text on both sides. */
export function countLines(change: FileChange): LineCount | undefined {
  const runs = lineRuns(change)
  if (!runs) return undefined
  let [added, removed] = [0, 0]
  for (const { kind, lines } of runs) {
    if (kind === 'added') added += lines.length
    else if (kind === 'removed') removed += lines.length
  }
  return { added, removed }
}

const known = new WeakMap<FileContent, WeakMap<FileContent, readonly Run[]>>()

/** The lines of a change; `undefined` when a side is not text. Kept for the same pair of contents. */
export function lineRuns(change: FileChange): readonly Run[] | undefined {
  const before = change.kind === 'added' ? undefined : change.before.content
  const after = change.kind === 'deleted' ? undefined : change.after.content
  if ((before && !isText(before)) || (after && !isText(after))) return undefined
  const compute = () => diffLines(linesOf(before?.text ?? ''), linesOf(after?.text ?? ''))
  if (!before || !after) return compute()
  const byAfter = known.get(before) ?? new WeakMap<FileContent, readonly Run[]>()
  known.set(before, byAfter)
  let runs = byAfter.get(after)
  if (!runs) {
    runs = compute()
    byAfter.set(after, runs)
  }
  return runs
}

/** As git judges, but in the whole file: a NUL makes it binary, and so does what is no UTF-8. */
export function isText(content: FileContent): boolean {
  return content.text?.includes('\u0000') === false
}
