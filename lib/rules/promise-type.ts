import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isRecord, valueAt } from '@/lib/promise/path'
import { show } from '@/lib/schema/misfit'
import type { Rule } from './rule'

const WANTED = { apiVersion: 'platform.kratix.io/v1alpha1', kind: 'Promise' }

/** kratix.md 2.1. */
export const promiseType: Rule = {
  id: 'promise-type',
  check({ value }, report) {
    for (const [key, wanted] of Object.entries(WANTED)) {
      const found = valueAt(value, [key])
      if (found === wanted) continue
      report({
        severity: 'error',
        message: `${key} is ${found === undefined ? 'missing' : show(found)}; a Promise has "${wanted}".`,
        at: [key],
        fix: isRecord(value) ? setField(PROMISE_FILE, [key], wanted, `Set ${key}`) : undefined,
      })
    }
    const spec = valueAt(value, ['spec'])
    if (spec !== undefined && spec !== null && !isRecord(spec)) {
      report({ severity: 'error', message: 'spec must be a map.', at: ['spec'] })
    }
  },
}
