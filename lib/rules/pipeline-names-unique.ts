import { renamePipeline } from '@/lib/commands/rename-pipeline'
import { freeLabel } from '@/lib/promise/dns-label'
import type { Rule } from './rule'

/** kratix.md 19: per type and action; elsewhere the same name may come again. */
export const pipelineNamesUnique: Rule = {
  id: 'pipeline-names-unique',
  check({ promise }, report) {
    for (const { type, action, pipelines } of promise.workflows) {
      const seen = new Set<string>()
      for (const [pipeline, { name, path }] of pipelines.entries()) {
        if (name !== '' && seen.has(name)) {
          const other = freeLabel(name, (one) => pipelines.some((own) => own.name === one))
          report({
            severity: 'error',
            message: `The workflow ${type} ${action} has two pipelines named "${name}".`,
            at: [...path, 'metadata', 'name'],
            suggestions: [
              { ...renamePipeline({ type, action, pipeline }, other), label: `Name it "${other}"` },
            ],
          })
        }
        seen.add(name)
      }
    }
  },
}
