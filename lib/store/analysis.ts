import type { Diagnostic, Severity } from '@/lib/diagnostics/diagnostic'
import type { Place } from '@/lib/promise/command'
import type { FileContent, Files } from '@/lib/promise/files'
import { primeDocuments, revive, type WireDocument } from '@/lib/yaml/document'

/** A diagnostic as data: its fix is a function, so a worker can only name it. */
export interface Problem {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly place: Place
  readonly range: { readonly from: number; readonly to: number } | undefined
  /** Label of the fix; `undefined` when there is none. */
  readonly fix: string | undefined
}

/** What the worker finds out about one state of the repository. */
export interface Analysis {
  readonly documents: readonly WireDocument[]
  readonly problems: readonly Problem[]
}

export function toProblem(diagnostic: Diagnostic): Problem {
  const { code, severity, message, place, range, fix } = diagnostic
  return { code, severity, message, place, range, fix: fix?.label }
}

/** The command behind `problem`, found again in the files as they are now. */
export function findFix(
  diagnostics: readonly Diagnostic[],
  problem: Problem,
): Diagnostic['fix'] | undefined {
  const same = (diagnostic: Diagnostic): boolean =>
    diagnostic.code === problem.code &&
    diagnostic.place.file === problem.place.file &&
    diagnostic.message === problem.message &&
    diagnostic.fix !== undefined
  return diagnostics.find(same)?.fix
}

/** Makes the worker's reading of promise.yaml that of `content`. */
export function primeReading(content: FileContent, analysis: Analysis): void {
  primeDocuments(content, revive(analysis.documents, content.text ?? ''))
}

/** Analyses a state of the repository; answers `undefined` when a newer one was asked for since. */
export interface Analyst {
  analyse(files: Files): Promise<Analysis | undefined>
  stop(): void
}
