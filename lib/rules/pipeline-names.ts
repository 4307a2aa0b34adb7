import { checkPipelineName } from '@/lib/promise/names'
import type { Rule } from './rule'

/** kratix.md 20, 25 and 26. */
export const pipelineNames: Rule = {
  id: 'pipeline-names',
  check({ promise }, report) {
    for (const { name, path } of promise.workflows.flatMap(({ pipelines }) => pipelines)) {
      const message = checkPipelineName(name)
      if (message) report({ severity: 'error', message, at: [...path, 'metadata', 'name'] })
    }
  },
}
