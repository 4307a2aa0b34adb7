import { FileContent, type Files } from '@/lib/promise/files'
import type { Installed } from '@/lib/rules/rule'
import { analyse } from '../analyse'
import { shiftChanged } from '../derived'
import type { Request, Response } from './protocol'

/**
 * The other end: keeps the files and answers each request. A text that changed a little is not read
 * anew: its documents are those of the text before, moved along.
 */
export function answerer(): (request: Request) => Response {
  let files: Files = new Map()
  let installed: Installed | undefined
  return ({ id, written, deleted, before, documents }) => {
    if (before) installed = before.files && { files: contents(before.files), called: before.called }
    const last = files
    const next = new Map(last)
    for (const path of deleted) next.delete(path)
    for (const [path, content] of contents(written)) next.set(path, content)
    files = next
    try {
      shiftChanged(last, next)
      return { id, analysis: analyse(next, installed, documents), error: undefined }
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
