import { isRecord, valueAt } from '@/lib/promise/path'
import { API } from '@/lib/promise/read'
import type { Rule } from './rule'
import { type ShapeFault, shapeFaults } from './shapes'

/** kratix.md 10: Kratix decodes the API into a CustomResourceDefinition; one wrong type ends that. */
export const apiShape: Rule = {
  id: 'api-shape',
  check({ value }, report) {
    const api = valueAt(value, API)
    if (!isRecord(api)) return
    for (const fault of shapeFaults('CustomResourceDefinition', api, API)) {
      if (fault.kind === 'type')
        report({ severity: 'error', message: cannot(fault), at: fault.path })
    }
  },
}

/** What the decoder says, in words that do not ask for Go. */
export function cannot({ wanted, found, path }: ShapeFault): string {
  const name = path.findLast((step) => typeof step === 'string') ?? ''
  return `"${name}" cannot be read: it takes ${wanted}, not ${found}.`
}
