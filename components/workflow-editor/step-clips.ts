import type { CopiedSteps } from '@/lib/commands/copy-steps'
import type { PipelineRef, StepRef } from '@/lib/promise/workflows'

/** What can be copied: a step or a pipeline by its place. */
export type ClipRef = StepRef | PipelineRef

/** What a copy by a menu needs, and whom it tells. */
export interface ClipWork {
  /** What stands at the place now; `undefined` when nothing does. */
  read(ref: ClipRef): CopiedSteps | undefined
  /** Puts a text into the clipboard, after which the page may have changed. */
  write(text: string): Promise<void>
  remove(ref: ClipRef): void
  onCopied(): void
  onRefused(): void
  /** It is copied, but something else stands at the place by now. */
  onMoved(): void
}

/** What was copied last in this page: a paste of the same text brings settings and files along. */
let lastCopied: CopiedSteps | undefined

/** Remembers what the clipboard holds by now. */
export function remember(copied: CopiedSteps): void {
  lastCopied = copied
}

/** What belongs to a text from the clipboard, where it was copied in this page. */
export function belongingsOf(text: string): CopiedSteps | undefined {
  return lastCopied && lines(lastCopied.text) === lines(text) ? lastCopied : undefined
}

/** Copies what stands at a place, and then removes it from there when it is `cut`. */
export async function copyByMenu(ref: ClipRef, cut: boolean, work: ClipWork): Promise<void> {
  const copied = work.read(ref)
  if (!copied) return
  try {
    await work.write(copied.text)
  } catch {
    work.onRefused() // the browser's word is about rights, ours about what to do
    return
  }
  remember(copied)
  if (!cut) work.onCopied()
  else if (work.read(ref)?.text === copied.text) work.remove(ref)
  else work.onMoved()
}

/** The clipboard of some systems ends lines in a way of its own. */
const lines = (text: string): string => text.replaceAll('\r\n', '\n').trim()
