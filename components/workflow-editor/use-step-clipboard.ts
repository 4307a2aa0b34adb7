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
import { pipelinePath, stepPath, WORKFLOWS, type Workflow } from '@/lib/promise/workflows'
import { belongingsOf, type ClipRef, copyByMenu, remember } from './step-clips'

export interface StepClipboard {
  copy(ref: ClipRef): void
  cut(ref: ClipRef): void
  /** Pastes what the clipboard holds. */
  paste(to: PasteTarget): void
}

/** Marks an element as being about a step, a pipeline or a workflow, for the keys. */
export function clipAttribute(at: ClipRef | Workflow): { readonly 'data-clip': string } {
  const parts = [at.type, at.action, ...('pipeline' in at ? [at.pipeline] : [])]
  return { 'data-clip': [...parts, ...('step' in at ? [at.step] : [])].join('/') }
}

/** Steps and pipelines as YAML in the clipboard, by menus. */
export function useStepClipboard(): StepClipboard {
  const { read, insert, remove, announce, toast } = useDoing()
  return useMemo(() => {
    const copy = (ref: ClipRef, cut: boolean): void =>
      void copyByMenu(ref, cut, {
        read,
        write: writeClipboard,
        remove,
        onCopied: () => announce('Copied as YAML.'),
        onRefused: () =>
          toast({
            text: 'The browser did not let the page copy. Press Ctrl+C on the step instead.',
          }),
        onMoved: () =>
          toast({ text: 'It was copied, but it has changed meanwhile: nothing was removed.' }),
      })
    return {
      copy: (ref) => copy(ref, false),
      cut: (ref) => copy(ref, true),
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
  }, [read, insert, remove, announce, toast])
}

/** Ctrl+C, Ctrl+X and Ctrl+V on a step, a pipeline or a workflow that has the focus. */
export function useStepClipboardKeys(disabled: boolean): void {
  const { read, insert, remove, announce } = useDoing()
  useEffect(() => {
    const onCopy = (event: ClipboardEvent): void => {
      const at = focused()
      const cut = event.type === 'cut'
      if (event.defaultPrevented || !event.clipboardData || !at || (cut && disabled)) return
      if (!('pipeline' in at) || !(getSelection()?.isCollapsed ?? true)) return
      const copied = read(at)
      if (!copied) return
      event.preventDefault()
      event.clipboardData.setData('text/plain', copied.text)
      remember(copied)
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
  }, [read, insert, remove, announce, disabled])
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
    const read = (ref: ClipRef): CopiedSteps | undefined => {
      const { reading, files, steps } = store.getState()
      const { document } = reading
      if (!document || document.broken) return undefined
      if ('step' in ref) {
        const path = pathToString(stepPath(ref))
        const step = steps.find((one) => pathToString(one.path) === path)
        return step && copyStep(document, files, step)
      }
      const path = pipelinePath(ref)
      const own = steps.filter((one) => pathToString(pipelinePath(one.ref)) === pathToString(path))
      const there = pipelineAt(reading.view, ref)
      return there && copyPipeline(document, files, path, own)
    }
    const insert = (text: string, to: PasteTarget): void => {
      if (store.getState().run(pasteSteps(text, to, belongingsOf(text)))) announce('Pasted.')
    }
    const remove = (ref: ClipRef): void => {
      if (store.getState().run('step' in ref ? removeStep(ref) : removePipeline(ref))) {
        announce('Cut.')
      }
    }
    return { read, insert, remove, announce, toast }
  }, [store, announce, toast])
}

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
