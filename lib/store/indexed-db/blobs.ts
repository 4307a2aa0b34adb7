import { FileContent } from '@/lib/promise/files'
import type { ReadStores, Stores } from './database'

/** Bytes of content that is about to be held, by SHA-256. */
export type Contents = ReadonlyMap<string, FileContent>

/** Contents by hash. Hash before a transaction begins: it would close while we compute. */
export function contentsOf(files: Iterable<FileContent>): Contents {
  return new Map([...files].map((content) => [content.hash, content]))
}

/**
 * Counts a use more of each of `hashes`, and stores the bytes of those that are not there yet.
 * @throws Error when bytes are neither stored nor in `contents`
 */
export async function hold(
  { blobs, uses }: Pick<Stores, 'blobs' | 'uses'>,
  hashes: Iterable<string>,
  contents?: Contents,
): Promise<void> {
  for (const hash of hashes) {
    const count = (await uses.get(hash)) ?? 0
    if ((await blobs.getKey(hash)) === undefined) {
      const content = contents?.get(hash)
      if (!content) throw new Error('Some of its content is not stored any more.')
      await blobs.put(exact(content.bytes), hash)
    }
    await uses.put(count + 1, hash)
  }
}

/** Counts a use less of each of `hashes`, and deletes the bytes that nothing holds any more. */
export async function release(
  { blobs, uses }: Pick<Stores, 'blobs' | 'uses'>,
  hashes: Iterable<string>,
): Promise<void> {
  for (const hash of hashes) {
    const count = (await uses.get(hash)) ?? 0
    if (count > 1) await uses.put(count - 1, hash)
    else {
      await uses.delete(hash)
      await blobs.delete(hash)
    }
  }
}

/**
 * Reads the bytes of `hashes` together, and gives the content of a file by its hash; files of
 * equal content share it, and one in `recent` is not read again. What it gives throws when `owner` lacks the content of a file.
 */
export async function readContents(
  { blobs }: Pick<ReadStores, 'blobs'>,
  hashes: Iterable<string>,
  owner: string,
  recent?: Contents,
): Promise<(path: string, hash: string) => FileContent> {
  const known = new Map<string, FileContent>()
  const take = async (hash: string): Promise<void> => {
    const here = recent?.get(hash)
    if (here) {
      if ((await blobs.getKey(hash)) !== undefined) known.set(hash, here)
      return
    }
    const bytes = await blobs.get(hash)
    if (bytes) known.set(hash, FileContent.fromBytes(bytes))
  }
  await Promise.all([...new Set(hashes)].map(take))
  return (path, hash) => {
    const content = known.get(hash)
    if (!content) throw new Error(lacking(owner, path))
    return content
  }
}

/** Why something whose bytes are gone cannot be read. */
export function lacking(owner: string, path: string): string {
  return `${owner} lacks the content of ${path}.`
}

/** Storing a view stores the whole buffer under it. */
function exact(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
}
