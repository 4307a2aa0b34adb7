import { renamePipeline } from '@/lib/commands/rename-pipeline'
import { freeLabel, toDnsLabel } from '@/lib/promise/dns-label'
import { checkPipelineName } from '@/lib/promise/names'
import type { Rule } from './rule'

/** kratix.md 20, 25 and 26. */
export const pipelineNames: Rule = {
  id: 'pipeline-names',
  check({ promise }, report) {
    for (const { type, action, pipelines } of promise.workflows) {
      for (const [pipeline, { name, path }] of pipelines.entries()) {
        const message = checkPipelineName(name)
        if (!message) continue
        const other = freeLabel(toDnsLabel(name, 'pipeline'), (one) =>
          pipelines.some((own) => own.name === one),
        )
        const suggestions = [
          { ...renamePipeline({ type, action, pipeline }, other), label: `Name it "${other}"` },
        ]
        report({ severity: 'error', message, at: [...path, 'metadata', 'name'], suggestions })
      }
    }
  },
}
