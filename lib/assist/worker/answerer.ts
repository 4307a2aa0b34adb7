import { FileContent } from '@/lib/promise/files'
import { complete } from '../complete'
import { hover } from '../hover'
import type { Question, Reply } from './protocol'

/** The other end: holds the files that were sent, and answers each question from them. */
export function answerer(): (question: Question) => Reply {
  const files = new Map<string, FileContent>()
  return ({ id, written, deleted, ask, path, text, offset }) => {
    for (const file of written) files.set(file.path, FileContent.fromText(file.text))
    for (const gone of deleted) files.delete(gone)
    try {
      const shown = text ?? files.get(path)?.text ?? ''
      if (ask === 'hover') return { id, hover: hover(files, path, shown, offset) }
      return { id, completions: complete(files, path, shown, offset) }
    } catch (error) {
      return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
  }
}
