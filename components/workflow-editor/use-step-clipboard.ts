import { useEffect, useMemo } from 'react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { useAnnounce } from '@/components/ui/announcer'
import { readClipboard, writeClipboard } from '@/components/ui/clipboard'
import { useToast } from '@/components/ui/toast'
import { type CopiedSteps, copyPipeline, copyStep } from '@/lib/commands/copy-steps'
import { type PasteTarget, pasteSteps } from '@/lib/commands/paste-steps'
import { removePipeline } from '@/lib/commands/remove-pipeline'
import { removeStep } from '@/lib/commands/remove-step'
import { pipelineAt } from '@/lib/commands/steps'
import { pathToString } from '@/lib/promise/path'
import {
  type PipelineRef,
  pipelinePath,
  type StepRef,
  stepPath,
  WORKFLOWS,
  type Workflow,
} from '@/lib/promise/workflows'

/** What can be copied: a step or a pipeline by its place. */
export type ClipRef = StepRef | PipelineRef

export interface StepClipboard {
  copy(ref: ClipRef): void
  cut(ref: ClipRef): void
  /** Pastes what the clipboard holds. */
  paste(to: PasteTarget): void
}

/** What was copied last in this page: a paste of the same text brings settings and files along. */
let lastCopied: CopiedSteps | undefined

/** Marks an element as being about a step, a pipeline or a workflow, for the keys. */
export function clipAttribute(at: ClipRef | Workflow): { readonly 'data-clip': string } {
  const parts = [at.type, at.action, ...('pipeline' in at ? [at.pipeline] : [])]
  return { 'data-clip': [...parts, ...('step' in at ? [at.step] : [])].join('/') }
}

/** Steps and pipelines as YAML in the clipboard, by menus. */
export function useStepClipboard(): StepClipboard {
  const { textOf, insert, remove, announce, toast } = useDoing()
  return useMemo(() => {
    const copy = (ref: ClipRef, then: () => void): void => {
      const text = textOf(ref)
      if (text === undefined) return
      writeClipboard(text).then(then, () =>
        toast({ text: 'The browser did not let the page copy. Press Ctrl+C on the step instead.' }),
      )
    }
    return {
      copy: (ref) => copy(ref, () => announce('Copied as YAML.')),
      cut: (ref) => copy(ref, () => remove(ref)),
      paste(to) {
        readClipboard().then(
          (text) => insert(text, to),
          () =>
            toast({
              text: 'The browser did not let the page paste. Press Ctrl+V on the pipeline instead.',
            }),
        )
      },
    }
  }, [textOf, insert, remove, announce, toast])
}

/** Ctrl+C, Ctrl+X and Ctrl+V on a step, a pipeline or a workflow that has the focus. */
export function useStepClipboardKeys(disabled: boolean): void {
  const { textOf, insert, remove, announce } = useDoing()
  useEffect(() => {
    const onCopy = (event: ClipboardEvent): void => {
      const at = focused()
      const cut = event.type === 'cut'
      if (event.defaultPrevented || !event.clipboardData || !at || (cut && disabled)) return
      if (!('pipeline' in at) || !(getSelection()?.isCollapsed ?? true)) return
      const text = textOf(at)
      if (text === undefined) return
      event.preventDefault()
      event.clipboardData.setData('text/plain', text)
      if (cut) remove(at)
      else announce('Copied as YAML.')
    }
    const onPaste = (event: ClipboardEvent): void => {
      const at = focused()
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (event.defaultPrevented || disabled || !at || text.trim() === '') return
      event.preventDefault()
      insert(text, pasteTarget(at))
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCopy)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCopy)
      document.removeEventListener('paste', onPaste)
    }
  }, [textOf, insert, remove, announce, disabled])
}

/** After the step, into the pipeline, or into the workflow that it is about. */
export function pasteTarget(at: ClipRef | Workflow): PasteTarget {
  const workflow = { type: at.type, action: at.action }
  if (!('pipeline' in at)) return { workflow }
  const { pipeline } = at
  return 'step' in at ? { workflow, pipeline, step: at.step + 1 } : { workflow, pipeline }
}

function useDoing() {
  const store = useDesignerStore()
  const announce = useAnnounce()
  const toast = useToast()
  return useMemo(() => {
    const textOf = (ref: ClipRef): string | undefined => {
      const { reading, files, steps } = store.getState()
      const { document } = reading
      if (!document || document.broken) return undefined
      if ('step' in ref) {
        const path = pathToString(stepPath(ref))
        const step = steps.find((one) => pathToString(one.path) === path)
        lastCopied = step && copyStep(document, files, step)
      } else {
        const path = pipelinePath(ref)
        const own = steps.filter(
          (one) => pathToString(pipelinePath(one.ref)) === pathToString(path),
        )
        const there = pipelineAt(reading.view, ref)
        lastCopied = there && copyPipeline(document, files, path, own)
      }
      return lastCopied?.text
    }
    const insert = (text: string, to: PasteTarget): void => {
      const same = lastCopied && lines(lastCopied.text) === lines(text) ? lastCopied : undefined
      if (store.getState().run(pasteSteps(text, to, same))) announce('Pasted.')
    }
    const remove = (ref: ClipRef): void => {
      if (store.getState().run('step' in ref ? removeStep(ref) : removePipeline(ref))) {
        announce('Cut.')
      }
    }
    return { textOf, insert, remove, announce, toast }
  }, [store, announce, toast])
}

/** The clipboard of some systems ends lines in a way of its own. */
const lines = (text: string): string => text.replaceAll('\r\n', '\n').trim()

/** What the element with the focus is about; `undefined` in a field, whose text is its own. */
function focused(): ClipRef | Workflow | undefined {
  const { activeElement } = document
  if (!activeElement || activeElement.matches('input, textarea, select, [contenteditable]')) {
    return undefined
  }
  const about = activeElement.closest('[data-clip]')?.getAttribute('data-clip')
  if (!about) return undefined
  const [type, action, pipeline, step] = about.split('/')
  const workflow = WORKFLOWS.find((one) => one.type === type && one.action === action)
  if (!workflow || pipeline === undefined) return workflow
  const ref = { ...workflow, pipeline: Number(pipeline) }
  return step === undefined ? ref : { ...ref, step: Number(step) }
}
