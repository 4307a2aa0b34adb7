import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { runAssembled } from '@/lib/layout/distribute'
import {
  applyFileEdits,
  type Command,
  type FileEdit,
  type Note,
  unchanged,
} from '@/lib/promise/command'
import type { Files } from '@/lib/promise/files'
import { findFix, type Problem } from './analysis'

/** So long the main thread is held at a time (milliseconds). */
const SLICE = 30

/** What became of the wish to mend problems. */
export type FixOutcome = { readonly kind: 'fixed'; readonly count: number } | Unfixed

/** Why nothing was done. */
export type Unfixed =
  /** The design is another by now. */
  | { readonly kind: 'changed' }
  /** None of the problems is there any more, or there is nothing left to do about it. */
  | { readonly kind: 'gone' }
  /** `undefined`: the reason was told already, as that of any command. */
  | { readonly kind: 'refused'; readonly reason: string | undefined }

/** A command that does what was found out for `files`, and nothing when they are others by then. */
export interface Fixed {
  readonly kind: 'found'
  readonly command: Command
  readonly count: number
}

/**
 * Runs the fix of each problem on what the one before left: what one fix mends another need not.
 * @param diagnose what is wrong with files, as far as the code of a problem goes
 * @param current false when the files have changed meanwhile: then nothing is done
 * @param known all problems of the files, those among them that are not to be mended too
 */
export async function fixEach(
  files: Files,
  problems: readonly Problem[],
  diagnose: (files: Files, code: string) => readonly Diagnostic[],
  current: () => boolean,
  known: readonly Problem[],
): Promise<Fixed | Unfixed> {
  let here = files
  let count = 0
  let since = performance.now()
  let reason: string | undefined
  const edits: FileEdit[] = []
  const notes: Note[] = []
  for (const problem of problems) {
    if (problem.fix === undefined) continue
    if (performance.now() - since > SLICE) {
      await new Promise((resolve) => setTimeout(resolve, 0))
      since = performance.now()
      if (!current()) return { kind: 'changed' }
    }
    const command = findFix(diagnose(here, problem.code), problem, { meant: problems, known })
    const outcome = command && runAssembled(here, command)
    if (outcome?.kind === 'refused') reason ??= outcome.reason
    if (outcome?.kind !== 'change') continue
    here = applyFileEdits(here, outcome.edits)
    edits.push(...outcome.edits)
    notes.push(...(outcome.notes ?? []))
    count += 1
  }
  if (count === 0) return reason === undefined ? { kind: 'gone' } : { kind: 'refused', reason }
  const label = count === 1 ? 'Fix 1 problem' : `Fix ${count} problems`
  return {
    kind: 'found',
    count,
    command: {
      label,
      onFiles: true,
      run: (now) => (now === files ? { kind: 'change', edits, notes } : unchanged),
    },
  }
}
