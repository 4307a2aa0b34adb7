import type { Diagnostic, Severity } from '@/lib/diagnostics/diagnostic'
import type { Place } from '@/lib/promise/command'
import { type FileContent, type Files, PROMISE_FILE } from '@/lib/promise/files'
import { checkPromise } from '@/lib/rules/check'
import {
  documentsOf,
  primeDocuments,
  revive,
  serialise,
  type WireDocument,
} from '@/lib/yaml/document'

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

/** Reads promise.yaml and runs every rule: what takes too long for the main thread. */
export function analyse(files: Files): Analysis {
  const promise = files.get(PROMISE_FILE)
  return {
    documents: promise ? serialise(documentsOf(promise)) : [],
    problems: checkPromise(files).map(toProblem),
  }
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

/** An analyst on this thread: for tests and the command line. */
export const directAnalyst: Analyst = {
  analyse: async (files) => analyse(files),
  stop() {
    // nothing runs beside this thread
  },
}
