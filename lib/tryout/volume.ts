import { FileContent } from '@/lib/promise/files'
import type { VirtualFile } from './types'

/** A directory that the containers of one pipeline share: path -> content, as Kratix mounts it. */
export class Volume {
  readonly #files = new Map<string, FileContent>()

  write(path: string, content: FileContent | string): void {
    this.#files.set(path, typeof content === 'string' ? FileContent.fromText(content) : content)
  }

  /** The text of a file; `undefined` when it is not there, `null` when it is no text. */
  text(path: string): string | null | undefined {
    return this.#files.get(path)?.text
  }

  has(path: string): boolean {
    return this.#files.has(path)
  }

  /** Takes these files for all that is in it. */
  replace(files: Iterable<readonly [path: string, content: FileContent]>): void {
    this.#files.clear()
    for (const [path, content] of files) this.#files.set(path, content)
  }

  contents(): readonly (readonly [path: string, content: FileContent])[] {
    return [...this.#files].sort(([a], [b]) => (a < b ? -1 : 1))
  }

  /** Its files in the order in which Go walks a directory: by the bytes of their names. */
  files(): readonly VirtualFile[] {
    return [...this.#files]
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([path, content]) => virtualFile(path, content))
  }
}

/** A file as plain data. */
export function virtualFile(path: string, content: FileContent): VirtualFile {
  const { text, size } = content
  return text === null ? { path, text: undefined, size, hash: content.hash } : { path, text, size }
}
