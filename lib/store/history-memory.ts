import type { Files } from '@/lib/promise/files'
import { forgetDocuments } from '@/lib/yaml/document'
import type { History } from './history'

/** Steps on each side of the present whose files stay as they are. */
const NEAR = 20

/**
 * Of files that have become far to go back or forward to, keeps how they differ from those of the
 * step that is nearer: a text takes its length in memory, its tree ten times that. Call it after each step; `present` are the files of now.
 */
export function relieve({ past, future }: History, present: Files): void {
  const [behind, ahead] = [past.at(-1 - NEAR), future[NEAR]]
  if (behind) forgetChanged(behind.before, behind.after, present)
  if (ahead) forgetChanged(ahead.after, ahead.before, present)
}

function forgetChanged(files: Files, next: Files, present: Files): void {
  for (const [path, content] of files) {
    if (next.get(path) === content || present.get(path) === content) continue
    forgetDocuments(content)
    const nearer = next.get(path)
    if (nearer) content.keepLike(nearer)
  }
}
