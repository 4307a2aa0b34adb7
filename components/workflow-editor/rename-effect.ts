import { useMemo } from 'react'
import { useDesigner } from '@/components/designer/use-designer'
import { useKeptStates } from '@/components/designer/use-kept-states'
import { promiseContent } from '@/lib/layout/assemble'
import { readPromise } from '@/lib/promise/read'
import type { PromiseView } from '@/lib/promise/view'
import type { Workflow } from '@/lib/promise/workflows'
import { promiseDocument } from '@/lib/yaml/document'

/**
 * What another name of a pipeline does to requests that exist (kratix.md 9.3); `undefined` where no
 * installed Promise can have it.
 */
export function pipelineRenameEffect(
  installed: PromiseView | undefined,
  workflow: Workflow,
  name: string,
): string | undefined {
  if (!hasPipeline(installed, workflow, name)) return undefined
  if (workflow.action === 'delete') {
    return 'Folder, settings and images go along. Deletions that are running keep the old name; the next ones take the new one.'
  }
  const whose = workflow.type === 'promise' ? 'the Promise' : 'every request there is'
  return `To Kratix a new name is another pipeline: what this one wrote for ${whose} is deleted and written anew in another directory, so GitOps may remove live resources and create them again.`
}

/** The same of a step. @param follows its image is named after it */
export function stepRenameEffect(
  installed: PromiseView | undefined,
  workflow: Workflow,
  pipeline: string,
  follows: boolean,
): string | undefined {
  if (!hasPipeline(installed, workflow, pipeline)) return undefined
  const image = follows ? ' Its image gets another name: build and push it first.' : ''
  if (workflow.action === 'delete') return image.trim() || undefined
  const whose = workflow.type === 'promise' ? 'The Promise' : 'Every request there is'
  return `${whose} runs its workflow again; what was written stays where it is.${image}`
}

function hasPipeline(
  installed: PromiseView | undefined,
  { type, action }: Workflow,
  name: string,
): boolean {
  const workflow = installed?.workflows.find((one) => one.type === type && one.action === action)
  return workflow?.pipelines.some((one) => one.name === name) ?? false
}

/** The Promise as it may be installed: as it was opened or last handed over. */
export function useInstalled(): PromiseView | undefined {
  const base = useKeptStates((state) => state.base)
  const stale = useDesigner((state) => state.reading.stale)
  return useMemo(() => {
    const content = base && !stale ? promiseContent(base.authored) : undefined
    const document = content && content.text !== null ? promiseDocument(content) : undefined
    return document && !document.broken ? readPromise(document.value()) : undefined
  }, [base, stale])
}
