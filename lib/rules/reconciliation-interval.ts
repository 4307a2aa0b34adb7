import { goDuration } from '@/lib/promise/go-duration'
import { type Path, valueAt } from '@/lib/promise/path'
import { show } from '@/lib/schema/misfit'
import type { Rule } from './rule'

const PLACES: readonly Path[] = [
  ['metadata', 'annotations', 'kratix.io/reconciliation-interval'],
  ['spec', 'workflows', 'config', 'reconciliationInterval'],
]

/** kratix.md 8, 9 and 23. */
export const reconciliationInterval: Rule = {
  id: 'reconciliation-interval',
  check({ value }, report) {
    for (const at of PLACES) {
      const interval = valueAt(value, at)
      if (typeof interval !== 'string') continue
      const length = goDuration(interval)
      if (length !== undefined && length >= 60_000) continue
      const why =
        length === undefined
          ? 'must be a valid duration, such as "10h" or "1h30m"'
          : 'must be at least 1m0s: Kratix runs the workflows no more often'
      report({ severity: 'error', message: `The interval ${show(interval)} ${why}.`, at })
    }
  },
}
