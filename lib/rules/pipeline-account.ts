import { removePart } from '@/lib/commands/parts'
import { checkSubdomain } from '@/lib/promise/names'
import { isRecord } from '@/lib/promise/path'
import { fault, items, pipelineRule, text } from './pipeline-rule'

/** kratix.md 25 and 105: the account that a pipeline runs as, and what that may do. */
export const pipelineAccount = pipelineRule('pipeline-account', (pipeline, report) => {
  const { rbac } = pipeline.fields
  if (!isRecord(rbac)) return
  const account = text(rbac.serviceAccount)
  const wrong = account === undefined ? undefined : checkSubdomain(account, 'The service account')
  if (wrong) report(fault([...pipeline.path, 'rbac', 'serviceAccount'], wrong))
  for (const [i, permission] of items(rbac.permissions)) {
    const holds = (key: string) => Array.isArray(permission[key]) && permission[key].length > 0
    const what = holds('nonResourceURLs') || (holds('apiGroups') && holds('resources'))
    if (what && holds('verbs')) continue
    const at = [...pipeline.path, 'rbac', 'permissions', i]
    report({
      severity: 'warning',
      at,
      suggestions: [{ ...removePart(at, pipeline.path), label: 'Remove the permission' }],
      message: what
        ? 'A permission without verbs allows nothing, and Kratix only logs that its role is refused.'
        : 'A permission needs apiGroups and resources (or nonResourceURLs), and Kratix only logs that its role is refused.',
    })
  }
})
