import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { FileContent } from '@/lib/promise/files'
import { binaryHunks } from './binary'
import { compareTrees, type FileChange, lineRuns, type Tree, type TreeFile } from './compare'
import { textHunks } from './hunks'
import { quotePath } from './quote-path'

/**
 * The patch that turns the tree `before` into `after`, for `git apply` in its root: as `git diff
 * --binary --full-index --no-renames` prints it. Sorted by path; empty when nothing differs. To be
 * stored as UTF-8.
 */
export function unifiedPatch(before: Tree, after: Tree): string {
  return patchOf(compareTrees(before, after))
}

/** The same for changes that are known already, or for some of them. */
export function patchOf(changes: readonly FileChange[]): string {
  return changes.map(filePatch).join('')
}

/** The patch of one file. */
export function filePatch(change: FileChange): string {
  const before = change.kind === 'added' ? undefined : change.before
  const after = change.kind === 'deleted' ? undefined : change.after
  const head = `diff --git ${quotePath(`a/${change.path}`)} ${quotePath(`b/${change.path}`)}\n`
  const same = before && after && before.content.equals(after.content)
  if (same) return head + modeLines(before, after)

  // Of a file that stays with its mode, the index line tells the mode.
  const kept = before && after && before.executable === after.executable
  const mode = kept ? ` ${modeOf(after)}` : ''
  const index = `index ${blobId(before?.content)}..${blobId(after?.content)}${mode}\n`
  return head + modeLines(before, after) + index + body(change, before, after)
}

function body(
  change: FileChange,
  before: TreeFile | undefined,
  after: TreeFile | undefined,
): string {
  const runs = lineRuns(change)
  if (!runs) return binaryHunks(bytesOf(before), bytesOf(after))
  const hunks = textHunks(runs)
  if (hunks === '') return '' // an empty file comes or goes: the head says it all
  return `--- ${nameOf('a/', change.path, before)}\n+++ ${nameOf('b/', change.path, after)}\n${hunks}`
}

/** A name with a blank is followed by a tab, so that other readers know where it ends. */
function nameOf(prefix: string, path: string, file: TreeFile | undefined): string {
  if (!file) return '/dev/null'
  const quoted = quotePath(prefix + path)
  return quoted.includes(' ') ? `${quoted}\t` : quoted
}

function modeLines(before: TreeFile | undefined, after: TreeFile | undefined): string {
  if (!before) return after ? `new file mode ${modeOf(after)}\n` : ''
  if (!after) return `deleted file mode ${modeOf(before)}\n`
  if (before.executable === after.executable) return ''
  return `old mode ${modeOf(before)}\nnew mode ${modeOf(after)}\n`
}

const modeOf = (file: TreeFile): string => (file.executable ? '100755' : '100644')
const bytesOf = (file: TreeFile | undefined): Uint8Array => file?.content.bytes ?? new Uint8Array()

/** The name by which git knows these bytes; zeros for no file. */
function blobId(content: FileContent | undefined): string {
  if (!content) return '0'.repeat(40)
  return bytesToHex(sha1(concatBytes(utf8ToBytes(`blob ${content.size}\u0000`), content.bytes)))
}
