import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { valueAt } from '@/lib/promise/path'
import { API } from '@/lib/promise/read'
import type { Rule } from './rule'

/** kratix.md 52. */
export const apiPreserveUnknownFields: Rule = {
  id: 'api-preserve-unknown-fields',
  check({ value }, report) {
    const at = [...API, 'spec', 'preserveUnknownFields']
    if (valueAt(value, at) !== true) return
    report({
      severity: 'error',
      message:
        'Cannot set "preserveUnknownFields" to true: set "x-kubernetes-preserve-unknown-fields" to true in the schema instead, at the object that is to stay open.',
      at,
      fix: setField(PROMISE_FILE, at, undefined, 'Remove preserveUnknownFields'),
    })
    const strategy = [...API, 'spec', 'conversion', 'strategy']
    if (valueAt(value, strategy) !== 'Webhook') return
    const message = 'The conversion must be None if "preserveUnknownFields" is true.'
    report({ severity: 'error', message, at: strategy })
  },
}
