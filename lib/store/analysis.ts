import type { Diagnostic, Severity } from '@/lib/diagnostics/diagnostic'
import type { Command, Place } from '@/lib/promise/command'
import type { FileContent, Files } from '@/lib/promise/files'
import { samePath } from '@/lib/promise/path'
import { primeDocuments, revive, type WireDocument } from '@/lib/yaml/document'

/** A diagnostic as data: its fix is a function, so a worker can only name it. */
export interface Problem {
  readonly code: string
  /** True when a rule found it, which has a page to explain it; else the build did. */
  readonly byRule?: boolean
  readonly severity: Severity
  readonly message: string
  readonly place: Place
  readonly range: { readonly from: number; readonly to: number } | undefined
  /** Label of the fix; `undefined` when there is none. */
  readonly fix: string | undefined
  /** Labels of the cures to choose from. */
  readonly suggestions: readonly string[]
}

/** What the worker finds out about one state of the repository. */
export interface Analysis {
  readonly documents: readonly WireDocument[]
  readonly problems: readonly Problem[]
}

export function toProblem(diagnostic: Diagnostic): Problem {
  const { code, severity, message, place, range, fix, suggestions = [] } = diagnostic
  const labels = suggestions.map(({ label }) => label)
  return { code, severity, message, place, range, fix: fix?.label, suggestions: labels }
}

/**
 * The command behind `problem`, found again in the files as they are now: the cure that bears
 * `label`, which is the fix unless the user chose one of the suggestions. Where a message stands at
 * several places, the one at the place of the problem is meant.
 */
export function findFix(
  diagnostics: readonly Diagnostic[],
  problem: Problem,
  label = problem.fix,
): Command | undefined {
  const cure = ({ fix, suggestions = [] }: Diagnostic) =>
    [...(fix ? [fix] : []), ...suggestions].find((one) => one.label === label)
  const alike = diagnostics.filter(
    (one) =>
      one.code === problem.code &&
      one.place.file === problem.place.file &&
      one.message === problem.message &&
      cure(one) !== undefined,
  )
  const here = alike.find(({ place }) => samePath(place.path, problem.place.path))
  const found = here ?? alike[0]
  return found && cure(found)
}

/** Makes the worker's reading of promise.yaml that of `content`. */
export function primeReading(content: FileContent, analysis: Analysis): void {
  primeDocuments(content, revive(analysis.documents, content.text ?? ''))
}

/** Analyses a state of the repository; answers `undefined` when a newer one was asked for since. */
export interface Analyst {
  /** @param before what an update is compared with */
  analyse(files: Files, before?: Files): Promise<Analysis | undefined>
  stop(): void
}
