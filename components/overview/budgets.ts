import { pathToString } from '@/lib/promise/path'
import type { PromiseView } from '@/lib/promise/view'
import { identifierBudget } from '@/lib/promise/workflows'

export interface Budget {
  readonly key: string
  /** `<promise>-<type>-<action>-<pipeline>`. */
  readonly id: string
  readonly used: number
  readonly limit: number
}

/**
 * The identifier of each pipeline, the longest first. Without a pipeline: what is used before one
 * is named, so that the user sees how much room the Promise's name leaves.
 */
export function budgetsOf(view: PromiseView): readonly Budget[] {
  const budgets = view.workflows.flatMap((workflow) =>
    workflow.pipelines.map((pipeline) => ({
      key: pathToString(pipeline.path),
      ...identifierBudget(view.name, workflow, pipeline.name),
    })),
  )
  if (budgets.length === 0) {
    const workflow = { type: 'resource', action: 'configure' } as const
    return [{ key: '', ...identifierBudget(view.name, workflow, '') }]
  }
  return budgets.sort((a, b) => b.used - a.used)
}
