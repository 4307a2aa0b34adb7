import type { Files } from '@/lib/promise/files'

/** Smaller files are hashed as fast as they are handed to another thread (bytes). */
const LARGE = 32_000

/** Hashes the large ones of `files` beside this thread, so that saving them need not. */
export async function hashAhead(files: Files): Promise<void> {
  const large = [...files.values()].filter((content) => content.size > LARGE)
  await Promise.all(large.map((content) => content.hashAhead()))
}
