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

/** A command that does what was found out for `files`, and nothing when they are others by then. */
export interface Fixed {
  readonly command: Command
  readonly count: number
}

/**
 * Runs the fix of each problem on what the one before left: what one fix mends another need not.
 * @param diagnose what is wrong with files, as far as the code of a problem goes
 * @param current false when the files have changed meanwhile: then nothing is given
 */
export async function fixEach(
  files: Files,
  problems: readonly Problem[],
  diagnose: (files: Files, code: string) => readonly Diagnostic[],
  current: () => boolean,
): Promise<Fixed | undefined> {
  let here = files
  let count = 0
  let since = performance.now()
  const edits: FileEdit[] = []
  const notes: Note[] = []
  for (const problem of problems) {
    if (problem.fix === undefined) continue
    if (performance.now() - since > SLICE) {
      await new Promise((resolve) => setTimeout(resolve, 0))
      since = performance.now()
      if (!current()) return undefined
    }
    const command = findFix(diagnose(here, problem.code), problem)
    const outcome = command && runAssembled(here, command)
    if (outcome?.kind !== 'change') continue
    here = applyFileEdits(here, outcome.edits)
    edits.push(...outcome.edits)
    notes.push(...(outcome.notes ?? []))
    count += 1
  }
  if (count === 0) return undefined
  const label = count === 1 ? 'Fix 1 problem' : `Fix ${count} problems`
  return {
    count,
    command: {
      label,
      onFiles: true,
      run: (now) => (now === files ? { kind: 'change', edits, notes } : unchanged),
    },
  }
}
