import { FileContent } from '@/lib/promise/files'
import type { FolderPort } from './port'

/** What lies on the disk where a repository shall be written. */
export interface Disk {
  /** Of the paths that were asked for, those that are files; `'large'` ones were not read. */
  readonly files: ReadonlyMap<string, FileContent | 'large'>
  /** Folder -> the names in it; of the folders above the paths that were asked for. */
  readonly names: ReadonlyMap<string, ReadonlyMap<string, 'file' | 'folder'>>
}

/** A file on the disk beyond this is none of ours: an import would have refused it (bytes). */
const LARGE = 32 * 1024 * 1024

/** Looks at `paths` and the folders above them, and at nothing else. */
export async function readDisk(port: FolderPort, paths: Iterable<string>): Promise<Disk> {
  const files = new Map<string, FileContent | 'large'>()
  const names = new Map<string, ReadonlyMap<string, 'file' | 'folder'>>()
  const list = async (folder: string) => {
    const known = names.get(folder)
    if (known) return known
    const entries = (await port.entries(folder)) ?? []
    const found = new Map(entries.map(({ name, kind }) => [name, kind]))
    names.set(folder, found)
    return found
  }
  for (const path of paths) {
    const parts = path.split('/')
    for (let depth = 1; depth <= parts.length; depth++) {
      const name = parts[depth - 1] ?? ''
      const kind = (await list(parts.slice(0, depth - 1).join('/'))).get(name)
      const last = depth === parts.length
      if (last && kind === 'file') {
        const bytes = await port.read(path, LARGE)
        files.set(path, bytes ? FileContent.fromBytes(bytes) : 'large')
      }
      if (kind !== 'folder') break
    }
  }
  return { files, names }
}
