import type { BuiltFile } from '@/lib/build/types'
import { promiseContent } from '@/lib/layout/assemble'
import { FileContent, type Files, SETTINGS_FILE } from '@/lib/promise/files'
import { isRecord } from '@/lib/promise/path'
import { settings } from '@/lib/promise/settings'
import { documentsOf, promiseDocument } from '@/lib/yaml/document'

/** What a settings file in an output folder or zip tells about the one who wrote it. */
export interface Written {
  /** Hashes of the generated files as they were written. */
  readonly hashes: ReadonlyMap<string, string>
}

/** Reads a settings file as the mark of our own work; `undefined` when it is not. */
export function readMark(bytes: Uint8Array): Written | undefined {
  const value = documentsOf(FileContent.fromBytes(bytes))[0]?.value()
  const read = settings.safeParse(value)
  if (!read.success || !read.data.generated) return undefined
  return { hashes: new Map(Object.entries(read.data.generated.files)) }
}

/** `metadata.name` of the Promise of a repository, split or flat, to tell whether two outputs are of one Promise. */
export function promiseNameOf(files: Files): string | undefined {
  const content = promiseContent(files)
  const value = content && promiseDocument(content)?.value()
  const metadata = isRecord(value) ? value.metadata : undefined
  return isRecord(metadata) && typeof metadata.name === 'string' ? metadata.name : undefined
}

/** The contents of a build. */
export function contentsOf(built: ReadonlyMap<string, BuiltFile>): Files {
  return new Map([...built].map(([path, { content }]) => [path, content]))
}

export const MARK = SETTINGS_FILE
