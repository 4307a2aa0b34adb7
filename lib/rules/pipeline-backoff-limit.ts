import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isRecord } from '@/lib/promise/path'
import { isNumber, show } from '@/lib/schema/misfit'
import { fault, pipelineRule } from './pipeline-rule'

/** kratix.md 36. */
export const pipelineBackoffLimit = pipelineRule('pipeline-backoff-limit', (pipeline, report) => {
  const { jobOptions } = pipeline.fields
  const limit = isRecord(jobOptions) ? jobOptions.backoffLimit : undefined
  if (!isNumber(limit) || limit >= 0) return
  const at = [...pipeline.path, 'jobOptions', 'backoffLimit']
  report(
    fault(at, `The backoffLimit ${show(limit)} must be greater than or equal to 0.`, {
      suggestions: [setField(PROMISE_FILE, at, 0, 'Set 0: no second try')],
    }),
  )
})
