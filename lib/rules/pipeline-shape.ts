import { isRecord, valueAt } from '@/lib/promise/path'
import { upperFirst } from '@/lib/promise/upper-first'
import { cannot } from './api-shape'
import type { Rule } from './rule'
import { shapeFaults } from './shapes'

/** kratix.md 16: pipelines are decoded with DisallowUnknownFields, at every depth. */
export const pipelineShape: Rule = {
  id: 'pipeline-shape',
  check({ promise, value }, report) {
    for (const { path } of promise.workflows.flatMap(({ pipelines }) => pipelines)) {
      const pipeline = valueAt(value, path)
      if (!isRecord(pipeline)) continue
      for (const fault of shapeFaults('Pipeline', pipeline, path)) {
        const { kind, found, wanted } = fault
        const message =
          kind === 'type'
            ? cannot(fault)
            : kind === 'case'
              ? `unknown field "${found}": it is written "${wanted}".`
              : `unknown field "${found}": Kratix refuses a pipeline with a key that it does not know.`
        report({ severity: 'error', message: upperFirst(message), at: fault.path })
      }
    }
  },
}
