import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import type { FileContent } from '@/lib/promise/files'

/** Whose a file is: the user's; `build`'s; or `build`'s, changed by the user. */
export type Origin = 'authored' | 'generated' | 'edited'

export interface BuiltFile {
  readonly path: string
  readonly content: FileContent
  readonly origin: Origin
  readonly executable: boolean
  /**
   * Of an edited file whose generated version is another than the one that the user edited: the one
   * they started from (`undefined` when it was not kept) and the one of now.
   */
  readonly moved?: { readonly base: FileContent | undefined; readonly now: FileContent }
}

/** Every file of the repository, sorted by path, and what stands in the way of a good one. */
export interface Build {
  readonly files: ReadonlyMap<string, BuiltFile>
  readonly diagnostics: readonly Diagnostic[]
}
