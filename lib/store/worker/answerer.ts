import { FileContent, type Files } from '@/lib/promise/files'
import type { Installed } from '@/lib/rules/rule'
import { analyse } from '../analyse'
import type { Request, Response } from './protocol'

/** The other end: keeps the files and answers each request. */
export function answerer(): (request: Request) => Response {
  const files = new Map<string, FileContent>()
  let installed: Installed | undefined
  return ({ id, written, deleted, before }) => {
    if (before) installed = before.files && { files: contents(before.files), called: before.called }
    for (const path of deleted) files.delete(path)
    for (const [path, content] of contents(written)) files.set(path, content)
    try {
      return { id, analysis: analyse(new Map(files), installed), error: undefined }
    } catch (error) {
      return {
        id,
        analysis: undefined,
        error: error instanceof Error ? error.message : String(error),
      }
    }
  }
}

function contents(sent: Request['written']): Files {
  return new Map(
    sent.map(({ path, content }) => [
      path,
      typeof content === 'string' ? FileContent.fromText(content) : FileContent.fromBytes(content),
    ]),
  )
}
