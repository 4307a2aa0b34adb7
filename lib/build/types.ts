import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import type { FileContent } from '@/lib/promise/files'

/** Whose a file is: the user's; `build`'s; or `build`'s, changed by the user. */
export type Origin = 'authored' | 'generated' | 'edited'

export interface BuiltFile {
  readonly path: string
  readonly content: FileContent
  readonly origin: Origin
  readonly executable: boolean
}

/** Every file of the repository, sorted by path, and what stands in the way of a good one. */
export interface Build {
  readonly files: ReadonlyMap<string, BuiltFile>
  readonly diagnostics: readonly Diagnostic[]
}
