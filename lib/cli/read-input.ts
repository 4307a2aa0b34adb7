import { lstat, readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import {
  type ImportInput,
  type InputFile,
  isSkipped,
  isSkippedFolder,
  LIMITS,
} from '@/lib/importers'
import { Failure, withFile } from './failure'

export interface ReadInput {
  readonly input: ImportInput
  /** Links and other things that are no files: left out. Relative to the input. */
  readonly leftOut: readonly string[]
}

/**
 * Reads what the user named: a folder with all its files, or a file. `except` is where the output
 * goes: within the input folder, it is what an earlier run made of it.
 */
export async function readInput(
  cwd: string,
  path: string,
  stdin: AsyncIterable<Uint8Array>,
  except: string,
): Promise<ReadInput> {
  if (path === '-') return readStream(stdin)
  const full = resolve(cwd, path)
  return withFile('read', path, async (): Promise<ReadInput> => {
    if ((await stat(full)).isDirectory()) return readFolder(full, except)
    const bytes = new Uint8Array(await readFile(full))
    return { input: { kind: 'file', name: basename(full), bytes }, leftOut: [] }
  })
}

async function readStream(stdin: AsyncIterable<Uint8Array>): Promise<ReadInput> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stdin) {
    chunks.push(chunk)
    size += chunk.length
    if (size > LIMITS.inputBytes) throw new Failure('standard input is too long for a Promise')
  }
  const bytes = new Uint8Array(Buffer.concat(chunks))
  return { input: { kind: 'file', name: '<stdin>', bytes }, leftOut: [] }
}

async function readFolder(root: string, except: string): Promise<ReadInput> {
  const files: InputFile[] = []
  const leftOut: string[] = []
  let size = 0
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (join(root, path) === except) continue
      if (entry.isDirectory()) {
        if (!isSkippedFolder(entry.name)) await walk(path)
      } else if (isSkipped(path)) continue
      else if (!entry.isFile()) leftOut.push(path)
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
  return { input: { kind: 'folder', name: basename(root), files }, leftOut }
}
