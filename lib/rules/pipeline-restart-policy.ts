import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { show } from '@/lib/schema/misfit'
import { alike, fault, pipelineRule, text } from './pipeline-rule'

const POLICIES = ['OnFailure', 'Never']

/** kratix.md 35: the Pod of a Job ends. */
export const pipelineRestartPolicy = pipelineRule('pipeline-restart-policy', (pipeline, report) => {
  const policy = text(pipeline.fields.restartPolicy)
  if (policy === undefined || POLICIES.includes(policy)) return
  const at = [...pipeline.path, 'restartPolicy']
  const set = (value: string) => setField(PROMISE_FILE, at, value, `Set ${value}`)
  const meant = alike(policy, POLICIES)
  report(
    fault(
      at,
      `Unsupported value ${show(policy)} of restartPolicy: valid values are "OnFailure" and "Never".`,
      meant ? { fix: set(meant) } : { suggestions: POLICIES.map(set) },
    ),
  )
})
