import type { FileChange } from '@/lib/patch/compare'
import { writeZip } from '@/lib/zip/write'

/** The file beside the folder of the repository that names what is to be deleted there. */
export const DELETED_LIST = 'deleted-files.txt'

/**
 * A zip of the added and changed files alone, below the folder `root` as in the whole zip: unpacked
 * over the repository it brings all but the deletions. Those stand in `deleted-files.txt` beside the
 * folder, one path a line, when there are any. The same changes give the same bytes.
 */
export function changedZip(changes: readonly FileChange[], root: string): Uint8Array {
  const deleted = changes.filter(({ kind }) => kind === 'deleted').map(({ path }) => path)
  const entries = changes.flatMap((change) =>
    change.kind === 'deleted'
      ? []
      : {
          path: `${root}/${change.path}`,
          bytes: change.after.content.bytes,
          executable: change.after.executable,
        },
  )
  if (deleted.length > 0) {
    const bytes = new TextEncoder().encode(`${deleted.sort().join('\n')}\n`)
    entries.push({ path: DELETED_LIST, bytes, executable: false })
  }
  return writeZip(entries.sort((a, b) => (a.path < b.path ? -1 : 1)))
}
