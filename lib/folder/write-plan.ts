import { FileContent, SETTINGS_FILE } from '@/lib/promise/files'
import type { Hashes, Item } from './plan-write'
import type { FolderPort } from './port'

/** What came of writing. */
export interface Written {
  readonly written: readonly string[]
  readonly removed: readonly string[]
  /** Left alone because the disk changed between looking and writing. */
  readonly skipped: readonly string[]
  /** Why it ended early, and at which path; what is in `written` and `removed` was done. */
  readonly failure?: { readonly path: string; readonly reason: string }
  /** All that we have written into this folder so far and that is still ours. */
  readonly hashes: Hashes
}

export interface WriteOptions {
  /** Paths of `changed` items that the user wants replaced. */
  readonly chosen: ReadonlySet<string>
  /** What we remember to have written into this folder. */
  readonly before: Hashes
  readonly progress?: (done: number, total: number) => void
}

/**
 * Does what the plan says. Each path is looked at once more right before: what is not as it was
 * planned is left alone. The settings file comes last, since it vouches for the others; files go
 * only when everything has been written.
 */
export async function writePlan(
  port: FolderPort,
  plan: readonly Item[],
  { chosen, before, progress }: WriteOptions,
): Promise<Written> {
  const todo = plan
    .filter((item) => isWork(item, chosen))
    .sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1))
  const hashes = new Map(before)
  const result = { written: [] as string[], removed: [] as string[], skipped: [] as string[] }
  for (const [done, item] of todo.entries()) {
    progress?.(done, todo.length)
    const { path } = item
    try {
      if (!(await asPlanned(port, item))) result.skipped.push(path)
      else if (item.action === 'remove') {
        await port.removeFile(path)
        hashes.delete(path)
        result.removed.push(path)
        await removeEmptyAbove(port, path)
      } else {
        await port.write(path, item.file.content.bytes)
        hashes.set(path, item.file.content.hash)
        result.written.push(path)
      }
    } catch (error) {
      // The disk may be full or the permission gone: the next file would fare no better.
      const reason = error instanceof Error ? error.message : String(error)
      return { ...result, hashes, failure: { path, reason } }
    }
  }
  progress?.(todo.length, todo.length)
  return { ...result, hashes }
}

type Work = Extract<Item, { action: 'create' | 'replace' | 'changed' | 'remove' }>

/** True for what is written or removed; a file that the user changed only when it is chosen. */
export function isWork(item: Item, chosen: ReadonlySet<string>): item is Work {
  if (item.action === 'changed') return chosen.has(item.path)
  return item.action === 'create' || item.action === 'replace' || item.action === 'remove'
}

function rank({ action, path }: Work): number {
  if (action === 'remove') return 2
  return path === SETTINGS_FILE ? 1 : 0
}

/** True when the disk still holds what the plan was made for. */
async function asPlanned(port: FolderPort, item: Work): Promise<boolean> {
  const { path } = item
  const slash = path.lastIndexOf('/')
  const siblings = await port.entries(path.slice(0, Math.max(0, slash)))
  const kind = siblings?.find(({ name }) => name === path.slice(slash + 1))?.kind
  if (item.action === 'create') return kind === undefined
  if (kind !== 'file') return false
  if (item.disk === 'large') return true // chosen by the user, whatever it holds
  const bytes = await port.read(path, item.disk.size)
  return bytes !== undefined && FileContent.fromBytes(bytes).equals(item.disk)
}

async function removeEmptyAbove(port: FolderPort, path: string): Promise<void> {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
  if (folder === '' || ((await port.entries(folder))?.length ?? 1) > 0) return
  await port.removeEmptyFolder(folder)
  await removeEmptyAbove(port, folder)
}
