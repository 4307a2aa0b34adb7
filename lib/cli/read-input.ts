import { lstat, readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import {
  displayBytes,
  type ImportInput,
  type InputFile,
  LIMITS,
  type ReportItem,
  skippedBy,
  skippedFolderReason,
} from '@/lib/importers'
import { Failure, withFile } from './failure'

/**
 * Reads what the user named: a folder with all its files, or a file. `except` is where the output
 * goes: within the input folder, it is what an earlier run made of it.
 */
export async function readInput(
  cwd: string,
  path: string,
  stdin: AsyncIterable<Uint8Array>,
  except?: string,
): Promise<ImportInput> {
  if (path === '-') return readStream(stdin)
  const full = resolve(cwd, path)
  return withFile('read', path, async (): Promise<ImportInput> => {
    const status = await stat(full)
    if (status.isDirectory()) return readFolder(full, except)
    // Before reading: what is too large for an import is too large for the memory, too.
    if (status.size > LIMITS.inputBytes) {
      const [size, limit] = [displayBytes(status.size), displayBytes(LIMITS.inputBytes)]
      throw new Failure(`${path} has ${size}; at most ${limit} can be opened`)
    }
    const bytes = new Uint8Array(await readFile(full))
    return { kind: 'file', name: basename(full), bytes }
  })
}

async function readStream(stdin: AsyncIterable<Uint8Array>): Promise<ImportInput> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stdin) {
    chunks.push(chunk)
    size += chunk.length
    if (size > LIMITS.inputBytes) throw new Failure('standard input is too long for a Promise')
  }
  const bytes = new Uint8Array(Buffer.concat(chunks))
  return { kind: 'file', name: '<stdin>', bytes }
}

async function readFolder(root: string, except: string | undefined): Promise<ImportInput> {
  const files: InputFile[] = []
  const skipped: ReportItem[] = []
  const skip = (path: string, reason: string, news?: true) =>
    skipped.push({ path, fate: 'skipped', reason, ...(news && { news }) })
  let size = 0
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      const reason = entry.isDirectory() ? skippedFolderReason(entry.name) : skippedBy(path)?.reason
      if (join(root, path) === except) skip(path, 'The output goes there.')
      else if (reason !== undefined) skip(path, reason)
      else if (entry.isDirectory()) await walk(path)
      else if (!entry.isFile()) skip(path, 'It is a link or no file.', true)
      else {
        // Sizes first: a folder beyond the limits must not fill the memory.
        size += (await lstat(join(root, path))).size
        if (size > LIMITS.totalBytes || files.length === LIMITS.files) {
          const mib = LIMITS.totalBytes / (1 << 20)
          throw new Failure(`${root} is too large: at most ${LIMITS.files} files and ${mib} MiB`)
        }
        files.push({ path, bytes: new Uint8Array(await readFile(join(root, path))) })
      }
    }
  }
  await walk('')
  return { kind: 'folder', name: basename(root), files, skipped }
}
