import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { API } from '@/lib/promise/read'
import { show } from '@/lib/schema/misfit'
import type { Rule } from './rule'

/** kratix.md 14 and 42: Kratix takes only namespaced APIs. */
export const apiScope: Rule = {
  id: 'api-scope',
  check({ promise: { api } }, report) {
    if (!api || api.scope === 'Namespaced') return
    const at = [...API, 'spec', 'scope']
    report({
      severity: 'error',
      message: `The scope is ${api.scope === '' ? 'missing' : show(api.scope)}; the API of a Promise must be "Namespaced".`,
      at,
      fix: setField(PROMISE_FILE, at, 'Namespaced', 'Make the API namespaced'),
    })
  },
}
