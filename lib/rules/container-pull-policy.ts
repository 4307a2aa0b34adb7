import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { show } from '@/lib/schema/misfit'
import { alike, containerRule, fault, text } from './pipeline-rule'

const POLICIES = ['Always', 'IfNotPresent', 'Never']

/** kratix.md 30. */
export const containerPullPolicy = containerRule('container-pull-policy', (container, report) => {
  const policy = text(container.fields.imagePullPolicy)
  if (policy === undefined || POLICIES.includes(policy)) return
  const at = [...container.path, 'imagePullPolicy']
  const set = (value: string) => setField(PROMISE_FILE, at, value, `Set ${value}`)
  const meant = alike(policy, POLICIES)
  report(
    fault(
      at,
      `Unsupported value ${show(policy)} of imagePullPolicy: supported values are "Always", "IfNotPresent" and "Never".`,
      meant ? { fix: set(meant) } : { suggestions: POLICIES.map(set) },
    ),
  )
})
