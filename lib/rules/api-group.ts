import { checkGroup, checkProtectedGroup } from '@/lib/promise/names'
import { valueAt } from '@/lib/promise/path'
import { API } from '@/lib/promise/read'
import type { Rule } from './rule'

const APPROVAL = ['metadata', 'annotations', 'api-approved.kubernetes.io']

/** kratix.md 40 and 41. */
export const apiGroup: Rule = {
  id: 'api-group',
  check({ promise, value }, report) {
    if (!promise.api) return
    const { group } = promise.api
    const approved = /^(https?:\/\/|unapproved)/.test(String(valueAt(value, [...API, ...APPROVAL])))
    const message = checkGroup(group) ?? (approved ? undefined : checkProtectedGroup(group))
    if (message) report({ severity: 'error', message, at: [...API, 'spec', 'group'] })
  },
}
