import { FileContent, type Files } from './files'
import type { Path } from './path'
import { applyTextEdits, type TextEdit } from './text-edit'

export { applyTextEdits, type TextEdit } from './text-edit'

/** One step of a change. Steps apply in order, each to the result of the one before. */
export type FileEdit =
  /** `edits` are sorted, do not overlap, and count in the text as it is before this step. */
  | { readonly kind: 'text'; readonly path: string; readonly edits: readonly TextEdit[] }
  /** Creates or replaces a whole file. */
  | { readonly kind: 'write'; readonly path: string; readonly content: FileContent }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'move'; readonly from: string; readonly to: string }

/** Where a change happened: undo and diagnostics take the user there. */
export interface Place {
  readonly file: string
  readonly path: Path
}

/** Something that a change leaves for the user to look at, such as code that a rename cannot follow. */
export interface Note {
  readonly message: string
  readonly place: Place
  /** UTF-16 range in the text of the file after the change. */
  readonly range?: { readonly from: number; readonly to: number }
}

/** What a command makes of a repository. */
export type Outcome =
  | {
      readonly kind: 'change'
      readonly edits: readonly FileEdit[]
      readonly place?: Place
      readonly notes?: readonly Note[]
    }
  /** It cannot be done as asked; `ways` are commands that the user may choose instead. */
  | { readonly kind: 'refused'; readonly reason: string; readonly ways: readonly Command[] }
  /** Nothing to do: the repository says so already. */
  | { readonly kind: 'unchanged' }

/**
 * The one way to change a repository: form, text, drop, paste, quick fix and merge all make one.
 * `run` is pure; the store applies the outcome, records it for undo and saves it.
 */
export interface Command {
  /** What undo shows, in the imperative: "Rename property". */
  readonly label: string
  /** Commands of the same group that follow each other closely are undone as one (typing). */
  readonly group?: string
  /** `run` takes the files as they lie there, also where the Promise is split into parts. */
  readonly onFiles?: true
  run(files: Files): Outcome
}

export const unchanged: Outcome = { kind: 'unchanged' }

export function refused(reason: string, ways: readonly Command[] = []): Outcome {
  return { kind: 'refused', reason, ways }
}

/** The repository after `edits`. Never changes `files`. @throws Error when an edit names no file. */
export function applyFileEdits(files: Files, edits: readonly FileEdit[]): Files {
  const next = new Map(files)
  const take = (path: string): FileContent => {
    const content = next.get(path)
    if (!content) throw new Error(`no file ${path}`)
    return content
  }
  for (const edit of edits) {
    if (edit.kind === 'write') next.set(edit.path, edit.content)
    else if (edit.kind === 'delete') next.delete(edit.path)
    else if (edit.kind === 'move') {
      const content = take(edit.from)
      next.delete(edit.from)
      next.set(edit.to, content)
    } else {
      const text = take(edit.path).text
      if (text === null) throw new Error(`${edit.path} is not text`)
      next.set(edit.path, FileContent.fromText(applyTextEdits(text, edit.edits)))
    }
  }
  return next
}

/**
 * Runs `commands` one after the other as a single one. The first refusal is the outcome of the
 * whole, and each of its ways does all that the whole would have done; commands that change
 * nothing are passed over.
 */
export function sequence(label: string, commands: readonly Command[], group?: string): Command {
  return {
    label,
    group,
    run(files) {
      let here = files
      let place: Place | undefined
      const edits: FileEdit[] = []
      const notes: Note[] = []
      for (const [i, command] of commands.entries()) {
        const outcome = command.run(here)
        if (outcome.kind === 'refused') {
          const whole = (way: Command): Command =>
            sequence(way.label, [...commands.slice(0, i), way, ...commands.slice(i + 1)], group)
          return refused(outcome.reason, outcome.ways.map(whole))
        }
        if (outcome.kind === 'unchanged') continue
        edits.push(...outcome.edits)
        notes.push(...(outcome.notes ?? []))
        place ??= outcome.place
        here = applyFileEdits(here, outcome.edits)
      }
      if (edits.length === 0) return unchanged
      return { kind: 'change', edits, place, ...(notes.length > 0 && { notes }) }
    },
  }
}

/** The files after `command`, or the same map when it changes nothing. @throws Error if refused. */
export function runCommand(files: Files, command: Command): Files {
  const outcome = command.run(files)
  if (outcome.kind === 'refused') throw new Error(outcome.reason)
  return outcome.kind === 'change' ? applyFileEdits(files, outcome.edits) : files
}
