import type { Diagnostic, Severity } from '@/lib/diagnostics/diagnostic'
import type { Files } from '@/lib/promise/files'

/** What the user gave: one file (dropped, chosen, pasted), or the files of a folder. */
export type ImportInput =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'folder'; readonly name: string; readonly files: Iterable<InputFile> }

export interface InputFile {
  /** Relative, `/` between the parts. */
  readonly path: string
  readonly bytes: Uint8Array
}

export interface ImportReport {
  /** The importer that read it. */
  readonly format: string
  /** The folder in the input that became the repository, `''` when it is the input itself. */
  readonly root: string
  /** Where `promise.yaml` was, in the input. */
  readonly promise: string
  /** What the user should know: files left out, a choice made. Never errors. */
  readonly notes: readonly Diagnostic[]
}

/** Why nothing was imported: at least one error. */
export interface ImportFailure {
  readonly ok: false
  readonly diagnostics: readonly Diagnostic[]
}

export type Imported =
  | { readonly ok: true; readonly files: Files; readonly report: ImportReport }
  | ImportFailure

/** A form of input: one folder, one line in `index.ts`. */
export interface Importer {
  readonly id: string
  /** Cheap look at the input. The first importer that accepts it reads it. */
  accepts(input: ImportInput): boolean
  /** Never throws on any input that it accepts. */
  read(input: ImportInput): Imported
}

export type ImportCode =
  | 'import-format'
  | 'import-limit'
  | 'import-path'
  | 'import-link'
  | 'import-no-promise'
  | 'import-left-out'
  | 'import-several'
  | 'import-renamed'

/** A diagnostic about the input: `file` is a path in it, or its name. */
export function importDiagnostic(
  code: ImportCode,
  severity: Severity,
  file: string,
  message: string,
): Diagnostic {
  return { code, severity, message, place: { file, path: [] } }
}

/** Nothing was imported, for one reason. */
export function importFailed(code: ImportCode, file: string, message: string): ImportFailure {
  return { ok: false, diagnostics: [importDiagnostic(code, 'error', file, message)] }
}
