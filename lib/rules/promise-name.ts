import { checkPromiseName } from '@/lib/promise/names'
import type { Rule } from './rule'

/** kratix.md 1. */
export const promiseName: Rule = {
  id: 'promise-name',
  check({ promise }, report) {
    const message = checkPromiseName(promise.name)
    if (message) report({ severity: 'error', message, at: ['metadata', 'name'] })
  },
}
