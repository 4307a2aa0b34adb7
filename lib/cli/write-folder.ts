import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { BuiltFile } from '@/lib/build/types'
import { SLOTS } from '@/lib/layout/parts'
import {
  EXAMPLE_FILE,
  FileContent,
  type Files,
  isSafePath,
  PROMISE_FILE,
} from '@/lib/promise/files'
import { Failure, withFile } from './failure'
import { contentsOf, MARK, promiseNameOf, readMark, type Written } from './written'

export interface FolderWritten {
  readonly written: number
  readonly unchanged: number
  readonly removed: number
}

/**
 * Writes a repository into a folder. All files are put beside it first and then moved into place,
 * so that a failure half-way leaves what was there. Of a folder with other content only our own is
 * touched: see {@link checkFolder}. `inPlace`: the folder is the input itself.
 */
export async function writeFolder(
  out: string,
  files: ReadonlyMap<string, BuiltFile>,
  options: { readonly force: boolean; readonly inPlace: boolean },
): Promise<FolderWritten> {
  const target = resolve(out)
  return withFile('write', out, async () => {
    const present = await listIfFolder(target)
    const before = present.length === 0 ? undefined : await checkFolder(target, out, files, options)
    await mkdir(dirname(target), { recursive: true })
    const staged = await mkdtemp(join(dirname(target), `.${basename(target)}-`))
    try {
      const changed = present.length === 0 ? [...files.values()] : await differing(target, files)
      for (const { path, content, executable } of changed) {
        await mkdir(dirname(join(staged, path)), { recursive: true })
        await writeFile(join(staged, path), content.bytes, { mode: modeOf(executable) })
        await chmod(join(staged, path), modeOf(executable)) // whatever the umask says
      }
      if (present.length === 0) {
        await chmod(staged, 0o755)
        await rename(staged, target) // also over an empty folder
        return { written: changed.length, unchanged: 0, removed: 0 }
      }
      // All that can fail comes before the first file is replaced.
      for (const { path } of changed) await mkdir(dirname(join(target, path)), { recursive: true })
      for (const { path } of changed) await rename(join(staged, path), join(target, path))
      const removed = await removeStale(target, files, before)
      return { written: changed.length, unchanged: files.size - changed.length, removed }
    } finally {
      await rm(staged, { recursive: true, force: true })
    }
  })
}

const modeOf = (executable: boolean) => (executable ? 0o755 : 0o644)

async function listIfFolder(target: string): Promise<readonly string[]> {
  try {
    return await readdir(target)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/**
 * Refuses a folder that is not ours, or of another Promise, or that holds work we would lose: a
 * generated file that was edited there. `force` lets all of that pass; links never do.
 */
async function checkFolder(
  target: string,
  out: string,
  files: ReadonlyMap<string, BuiltFile>,
  { force, inPlace }: { readonly force: boolean; readonly inPlace: boolean },
): Promise<Written | undefined> {
  for (const path of files.keys()) await refuseLinks(target, path)
  const mark = await readIfFile(join(target, MARK))
  const before = mark && readMark(mark)
  if (force || inPlace) return before
  if (!before)
    throw new Failure(
      `${out} is not empty and was not written by designer; --force writes into it all the same`,
    )
  const [old, now] = [
    promiseNameOf(await readPromiseFiles(target)),
    promiseNameOf(contentsOf(files)),
  ]
  if (old !== now)
    throw new Failure(
      `${out} holds the Promise ${JSON.stringify(old)}, not ${JSON.stringify(now)}; --force mixes them`,
    )
  for (const [path, hash] of before.hashes) {
    const built = files.get(path)
    const bytes = built && (await readIfFile(join(target, path)))
    if (!built || !bytes) continue
    const content = FileContent.fromBytes(bytes)
    if (content.hash !== hash && !content.equals(built.content)) {
      throw new Failure(`${join(out, path)} was edited since it was generated; --force replaces it`)
    }
  }
  return before
}

/** The files of a folder that say what its Promise is called. */
async function readPromiseFiles(target: string): Promise<Files> {
  const files = new Map<string, FileContent>()
  for (const path of [PROMISE_FILE, EXAMPLE_FILE, ...SLOTS.map(({ file }) => file)]) {
    const bytes = await readIfFile(join(target, path))
    if (bytes) files.set(path, FileContent.fromBytes(bytes))
  }
  return files
}

/** A link on the way would lead the write out of the folder. */
async function refuseLinks(target: string, path: string): Promise<void> {
  let here = target
  for (const part of path.split('/')) {
    here = join(here, part)
    try {
      if ((await lstat(here)).isSymbolicLink())
        throw new Failure(`${here} is a link: nothing is written through it`)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
      throw error
    }
  }
}

async function differing(
  target: string,
  files: ReadonlyMap<string, BuiltFile>,
): Promise<BuiltFile[]> {
  const found: BuiltFile[] = []
  for (const file of files.values()) {
    const path = join(target, file.path)
    const bytes = await readIfFile(path)
    const same = bytes && FileContent.fromBytes(bytes).equals(file.content)
    const mode = same ? (await lstat(path)).mode & 0o111 : 0
    if (!same || (mode !== 0) !== file.executable) found.push(file)
  }
  return found
}

/** Removes what we generated, is as we wrote it, and is made no more; then folders left empty. */
async function removeStale(
  target: string,
  files: ReadonlyMap<string, BuiltFile>,
  before: Written | undefined,
): Promise<number> {
  let removed = 0
  for (const [path, hash] of before?.hashes ?? []) {
    if (files.has(path) || !isSafePath(path)) continue
    await refuseLinks(target, path)
    const bytes = await readIfFile(join(target, path))
    if (!bytes || FileContent.fromBytes(bytes).hash !== hash) continue
    await rm(join(target, path))
    removed++
    await removeEmpty(target, dirname(path))
  }
  return removed
}

async function removeEmpty(target: string, folder: string): Promise<void> {
  if (folder === '.' || (await readdir(join(target, folder))).length > 0) return
  await rmdir(join(target, folder))
  await removeEmpty(target, dirname(folder))
}

async function readIfFile(path: string): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error
  }
}
