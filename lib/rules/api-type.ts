import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isRecord, valueAt } from '@/lib/promise/path'
import { API } from '@/lib/promise/read'
import { show } from '@/lib/schema/misfit'
import type { Rule } from './rule'

const WANTED = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' }

/** kratix.md 2, 10 and 104: the API is a CRD, and stays one. */
export const apiType: Rule = {
  id: 'api-type',
  check({ value }, report) {
    const api = valueAt(value, API)
    if (api === undefined || api === null) return
    if (!isRecord(api)) {
      report({ severity: 'error', message: `The API must be a map, not ${show(api)}.`, at: API })
      return
    }
    for (const [key, wanted] of Object.entries(WANTED)) {
      if (api[key] === wanted) continue
      const at = [...API, key]
      report({
        severity: 'error',
        message: `${key} of the API is ${api[key] === undefined ? 'missing' : show(api[key])}; it must be "${wanted}".`,
        at,
        fix: setField(PROMISE_FILE, at, wanted, `Set ${key} of the API`),
      })
    }
  },
}
