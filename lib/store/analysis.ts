import type { Diagnostic, Severity } from '@/lib/diagnostics/diagnostic'
import type { Command, Place } from '@/lib/promise/command'
import type { FileContent, Files } from '@/lib/promise/files'
import { samePath } from '@/lib/promise/path'
import type { Installed } from '@/lib/rules/rule'
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

/** Which of several cures is meant, and of which problems. */
export interface Meant {
  /** Label of the cure; the fix unless the user chose one of the suggestions. */
  readonly label?: string | undefined
  /** The problems to be mended, this one among them; by itself without. */
  readonly meant?: readonly Problem[]
  /** All problems that were known when these were chosen. */
  readonly known?: readonly Problem[]
}

/**
 * The command behind `problem`, found again in the files as they are now. Where a message stands at
 * several places, the one at the place of the problem is meant. When it has moved, another with the
 * message is taken for it, but none that may be a problem which is not meant.
 */
export function findFix(
  diagnostics: readonly Diagnostic[],
  problem: Problem,
  { label = problem.fix, meant = [problem], known = meant }: Meant = {},
): Command | undefined {
  const cure = ({ fix, suggestions = [] }: Diagnostic) =>
    [...(fix ? [fix] : []), ...suggestions].find((one) => one.label === label)
  const isLike = ({ code, place, message }: Pick<Problem, 'code' | 'place' | 'message'>) =>
    code === problem.code && place.file === problem.place.file && message === problem.message
  const isAt =
    ({ path }: Place) =>
    (one: { readonly place: Place }) =>
      samePath(one.place.path, path)
  const left = diagnostics.filter((one) => isLike(one) && cure(one) !== undefined)
  const here = left.find(isAt(problem.place))
  if (here) return cure(here)
  const wanted = meant.filter(isLike)
  const sure =
    left.length <= wanted.length &&
    known.every((one) => !isLike(one) || wanted.some(isAt(one.place)))
  return sure && left[0] ? cure(left[0]) : undefined
}

/** Makes the worker's reading of promise.yaml that of `content`. */
export function primeReading(content: FileContent, analysis: Analysis): void {
  primeDocuments(content, revive(analysis.documents, content.text ?? ''))
}

/** Analyses a state of the repository; answers `undefined` when a newer one was asked for since. */
export interface Analyst {
  /**
   * @param before what an update is compared with
   * @param documents whether the documents of promise.yaml are wanted; they are without
   */
  analyse(files: Files, before?: Installed, documents?: boolean): Promise<Analysis | undefined>
  stop(): void
}
