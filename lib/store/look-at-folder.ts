import { readSettings } from '@/lib/commands/settings'
import { type Hashes, type Item, pathsOf, planWrite } from '@/lib/folder/plan-write'
import type { FolderPort } from '@/lib/folder/port'
import { readDisk } from '@/lib/folder/read-disk'
import { API_FILE } from '@/lib/layout/parts'
import type { Tree } from '@/lib/patch/compare'
import { FileContent, PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { isRecord } from '@/lib/promise/path'
import { promiseDocument } from '@/lib/yaml/document'
import type { Snapshot } from './drafts'

/** What writing into a folder would do, and what to know of it before. */
export interface FolderLook {
  readonly items: readonly Item[]
  /** Name of the Promise that lies there, when it is another one. */
  readonly other: string | undefined
}

export interface LookInput {
  /** Every file of the repository. */
  readonly files: Tree
  /** Kept states of the draft: a file as in one of them may be replaced without a loss. */
  readonly states: readonly Snapshot[]
  /** What we remember to have written there; `undefined` for a folder that is new to us. */
  readonly record: Hashes | undefined
  /** Where the Promise lies in `files` and in `states`, when not in `promise.yaml`. */
  readonly promise?: string | undefined
}

/** Files of settings and Promises on a disk beyond this are not read (bytes). */
const MOST = 8 * 1024 * 1024

/** Looks at a folder and plans. Reads only where files of ours lie or would lie. */
export async function lookAtFolder(
  port: FolderPort,
  { files, states, record, promise: own = PROMISE_FILE }: LookInput,
): Promise<FolderLook> {
  const read = async (path: string) => {
    const bytes = await port.read(path, MOST)
    return bytes && FileContent.fromBytes(bytes)
  }
  const [promise, api] = [await read(own), await read(API_FILE)]
  const settings = await read(SETTINGS_FILE)
  const there = nameOf(promise ?? api)
  const same = [files, ...states.map(({ built }) => built)].some(
    (tree) => nameOf((tree.get(own) ?? tree.get(API_FILE))?.content) === there,
  )
  // Also a folder that we wrote into can hold another Promise by now: another branch, say. It is
  // ours by name, or while the Promise in it is the one that we wrote.
  const [path, head] = promise ? [own, promise] : [API_FILE, api]
  // A text without a name, such as one that broke, is no other Promise where we have written.
  const unnamed = there === '' && (record?.size ?? 0) > 0
  const ours = !head || same || unnamed || record?.get(path) === head.hash
  // The settings file vouches for what was generated, as long as it speaks of this Promise.
  const vouched = settings ? recordedIn(settings) : new Map<string, string>()
  const written = ours ? [vouched, record ?? new Map<string, string>()] : []
  const known = ours ? states.map(({ built }) => hashesOf(built)) : []
  const disk = await readDisk(port, pathsOf({ files, known, written }))
  return { items: planWrite({ files, disk, known, written }), other: ours ? undefined : there }
}

/** Path -> hash of every file of a tree. */
function hashesOf(tree: Tree): Hashes {
  return new Map([...tree].map(([path, { content }]) => [path, content.hash]))
}

function recordedIn(settings: FileContent): Hashes {
  const read = readSettings(new Map([[SETTINGS_FILE, settings]]))
  return new Map(Object.entries(read.settings.generated?.files ?? {}))
}

/** `metadata.name`, `''` without one. */
function nameOf(document: FileContent | undefined): string {
  const value = document && promiseDocument(document)?.value()
  const metadata = isRecord(value) ? value.metadata : undefined
  return isRecord(metadata) && typeof metadata.name === 'string' ? metadata.name : ''
}
