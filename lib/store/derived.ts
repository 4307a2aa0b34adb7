import { readSettings } from '@/lib/commands/settings'
import { stepsOf } from '@/lib/commands/steps'
import { promiseContent, shiftAssembled } from '@/lib/layout/assemble'
import { applyFileEdits, type FileEdit } from '@/lib/promise/command'
import type { FileContent, Files } from '@/lib/promise/files'
import { editBetween } from '@/lib/promise/text-difference'
import { isRead, shiftDocuments } from '@/lib/yaml/document'
import type { DesignerState } from './designer-state'
import type { Reading } from './reading'

/** Up to this many characters promise.yaml is read at once; beyond, the worker reads it. */
const READ_AT_ONCE = 40_000

/** What follows from the files; parts that did not change keep their identity. */
export function derived(
  files: Files,
  reading: Reading,
  before: DesignerState | undefined,
): Pick<DesignerState, 'settings' | 'steps'> {
  const { settings } = readSettings(files)
  const same = before && before.settings === settings && before.reading.view === reading.view
  return { settings, steps: same ? before.steps : stepsOf(reading.view, settings) }
}

/** True when promise.yaml need not wait for the worker. */
export function readable(files: Files, before: Files | undefined): boolean {
  const content = promiseContent(files)
  if (!content || (before && content === promiseContent(before))) return true
  return isRead(content) || (content.text?.length ?? 0) <= READ_AT_ONCE
}

/** The files after `edits`, with the ranges of their documents moved along where that is sound. */
export function applyAndShift(files: Files, edits: readonly FileEdit[]): Files {
  let here = files
  for (const edit of edits) {
    const next = applyFileEdits(here, [edit])
    if (edit.kind === 'text') {
      const [before, after] = [here.get(edit.path), next.get(edit.path)]
      if (before && after) shiftDocuments(before, edit.edits, after)
    }
    here = next
  }
  shiftAssembled(files, here)
  return here
}

/**
 * Lets the files of `after` that differ from those of `before` have their documents with little
 * reading, where they are not read yet and that is sound.
 */
export function shiftChanged(before: Files, after: Files): void {
  for (const [path, now] of after) {
    const old = before.get(path)
    if (!old || old === now || old.text === null || now.text === null || isRead(now)) continue
    if (old.text !== now.text) shiftDocuments(old, [editBetween(old.text, now.text)], now)
  }
  shiftAssembled(before, after)
}

/** `files` with the contents of `before` where they are equal; `before` itself when all are. */
export function sameWhereEqual(files: Files, before: Files): Files {
  const merged = new Map(
    [...files].map(([path, content]) => {
      const old = before.get(path)
      return [path, old?.equals(content) ? old : content]
    }),
  )
  const same = ([path, content]: [string, FileContent]) => before.get(path) === content
  return merged.size === before.size && [...merged].every(same) ? before : merged
}
