import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isRecord, valueAt } from '@/lib/promise/path'
import { show } from '@/lib/schema/misfit'
import type { Rule } from './rule'

const WANTED = { apiVersion: 'platform.kratix.io/v1alpha1', kind: 'Pipeline' }

/** kratix.md 15. */
export const pipelineType: Rule = {
  id: 'pipeline-type',
  check({ promise, value }, report) {
    for (const { path, name } of promise.workflows.flatMap(({ pipelines }) => pipelines)) {
      const pipeline = valueAt(value, path)
      if (!isRecord(pipeline)) continue
      for (const [key, wanted] of Object.entries(WANTED)) {
        const found = pipeline[key]
        if (found === wanted) continue
        const at = [...path, key]
        report({
          severity: 'error',
          message: `${key} of the pipeline "${name}" is ${found === undefined ? 'missing' : show(found)}; it must be "${wanted}".`,
          at,
          fix: setField(PROMISE_FILE, at, wanted, `Set ${key} of the pipeline`),
        })
      }
    }
  },
}
