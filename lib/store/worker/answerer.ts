import { FileContent } from '@/lib/promise/files'
import { analyse } from '../analyse'
import type { Request, Response } from './protocol'

/** The other end: keeps the files and answers each request. */
export function answerer(): (request: Request) => Response {
  const files = new Map<string, FileContent>()
  return ({ id, written, deleted }) => {
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
      return { id, analysis: analyse(new Map(files)), error: undefined }
    } catch (error) {
      return {
        id,
        analysis: undefined,
        error: error instanceof Error ? error.message : String(error),
      }
    }
  }
}
