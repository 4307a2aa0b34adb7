import { FileContent } from '@/lib/promise/files'
import { tryOut } from '../run'
import type { RunRequest, RunResponse } from './protocol'

/** The other end: keeps the files, and runs what it is asked to. */
export function answerer(): (request: RunRequest) => RunResponse {
  const files = new Map<string, FileContent>()
  return ({ id, written, deleted, object, surroundings }) => {
    for (const path of deleted) files.delete(path)
    for (const { path, content } of written) {
      files.set(
        path,
        typeof content === 'string'
          ? FileContent.fromText(content)
          : FileContent.fromBytes(content),
      )
    }
    try {
      return { id, tried: tryOut(new Map(files), object, surroundings), error: undefined }
    } catch (error) {
      return { id, tried: undefined, error: error instanceof Error ? error.message : String(error) }
    }
  }
}
