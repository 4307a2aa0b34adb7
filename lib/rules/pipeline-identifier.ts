import { identifierBudget } from '@/lib/promise/workflows'
import type { Rule } from './rule'

/** kratix.md 21. */
export const pipelineIdentifier: Rule = {
  id: 'pipeline-identifier',
  check({ promise }, report) {
    for (const workflow of promise.workflows) {
      for (const { name, path } of workflow.pipelines) {
        const { id, used, limit } = identifierBudget(promise.name, workflow, name)
        if (used <= limit) continue
        report({
          severity: 'error',
          message: `Promise, workflow and pipeline together name "${id}", which has ${used} characters; at most ${limit} are allowed.`,
          at: [...path, 'metadata', 'name'],
        })
      }
    }
  },
}
