import type { Diagnostic, Severity } from '@/lib/diagnostics/diagnostic'
import type { Files } from '@/lib/promise/files'
import type { ImportReport, ReportItem } from './report'

/** What the user gave: one file (dropped, chosen, pasted, fetched), or the files of a folder. */
export type ImportInput =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'folder'
      readonly name: string
      readonly files: Iterable<InputFile>
      /** What whoever listed the folder did not read: for the report. */
      readonly skipped?: readonly ReportItem[]
    }

export interface InputFile {
  /** Relative, `/` between the parts. */
  readonly path: string
  readonly bytes: Uint8Array
}

export interface ImportOptions {
  /** The `id` of a choice; without it an input with several Promises asks which. */
  readonly promise?: string
}

/** One of several Promises of an input. */
export interface PromiseChoice {
  /** What {@link ImportOptions.promise} takes. */
  readonly id: string
  /** `metadata.name`, `''` when it cannot be told at a glance. */
  readonly name: string
  /** Where it lies in the input: a file, or the folder of a split one. */
  readonly path: string
  /** Which document of the file, from 1, when the file holds several Promises. */
  readonly document?: number
  /** Of the first, which is suggested: why. */
  readonly reason?: string
}

/** The authored files as they lay in the input, before `adopt` takes out what is generated. */
export interface Import {
  readonly kind: 'ok'
  readonly files: Files
  /** Its items are those paths that are not in `files`; `openRepository` adds the others. */
  readonly report: ImportReport
  /** Remarks on paths in `files`, which the report repeats: `promise.yaml` had another name, … */
  readonly remarks: ReadonlyMap<string, string>
}

/** Several Promises: the user says which. The first is suggested. */
export interface ImportChoice {
  readonly kind: 'choice'
  readonly choices: readonly [PromiseChoice, ...PromiseChoice[]]
}

/** Why nothing was imported: at least one error. */
export interface ImportFailure {
  readonly kind: 'failure'
  readonly diagnostics: readonly Diagnostic[]
}

export type Imported = Import | ImportChoice | ImportFailure

/** A form of input: one folder, one line in `index.ts`. */
export interface Importer {
  readonly id: string
  /** Cheap look at the input. The first importer that accepts it reads it. */
  accepts(input: ImportInput): boolean
  /** Never throws on any input that it accepts. */
  read(input: ImportInput, options: ImportOptions): Imported
}

export type ImportCode =
  | 'import-format'
  | 'import-limit'
  | 'import-path'
  | 'import-no-promise'
  | 'import-no-choice'

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
  return { kind: 'failure', diagnostics: [importDiagnostic(code, 'error', file, message)] }
}
