import type { FileContent } from '@/lib/promise/files'
import type { DependencyDocument } from './document'
import { listDocuments } from './list-documents'

const known = new WeakMap<FileContent, readonly DependencyDocument[]>()

/** {@link listDocuments} of a file, remembered with its content; nothing for a binary one. */
export function documentsIn(file: string, content: FileContent): readonly DependencyDocument[] {
  const before = known.get(content)
  if (before && (before[0]?.file ?? file) === file) return before
  const documents = content.text === null ? [] : listDocuments(file, content.text)
  known.set(content, documents)
  return documents
}
