import { setApiNames } from '@/lib/commands/set-api-names'
import { checkCrdName } from '@/lib/promise/names'
import { API } from '@/lib/promise/read'
import type { Rule } from './rule'

/** kratix.md 39. */
export const apiCrdName: Rule = {
  id: 'api-crd-name',
  check({ promise: { api } }, report) {
    if (!api || api.plural === '' || api.group === '') return // other rules ask for these first
    const message = checkCrdName(api.crdName, api.plural, api.group)
    if (!message) return
    const fix = setApiNames({ crdName: `${api.plural}.${api.group}` })
    report({ severity: 'error', message, at: [...API, 'metadata', 'name'], fix })
  },
}
