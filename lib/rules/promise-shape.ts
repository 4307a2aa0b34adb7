import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { cannot } from './api-shape'
import { isOldField } from './old-fields'
import type { Rule } from './rule'
import { shapeFaults } from './shapes'

/** Lists whose form `lists-of-objects` judges. */
const LISTS = ['dependencies', 'requiredPromises', 'destinationSelectors']
/** Maps of strings: `metadata-strings`. */
const STRINGS = ['labels', 'annotations', 'matchLabels']

/** kratix.md 4-7: the typed levels of a Promise. */
export const promiseShape: Rule = {
  id: 'promise-shape',
  check({ value }, report) {
    const metadata = shapeFaults('ObjectMeta', valueAt(value, ['metadata']), ['metadata'])
    const spec = valueAt(value, ['spec'])
    const inSpec = isRecord(spec) ? shapeFaults('PromiseSpec', spec, ['spec']) : []
    for (const fault of [...metadata, ...inSpec]) {
      if (isOldField(fault.path)) continue
      if (fault.kind === 'type') {
        if (isJudgedElsewhere(fault.path)) continue
        report({ severity: 'error', message: cannot(fault), at: fault.path })
        continue
      }
      const hint = fault.kind === 'case' ? `; it is written "${fault.wanted}"` : ''
      report({
        severity: 'warning',
        message: `Unknown field "${fault.found}"${hint}: kubectl refuses it by default, the cluster drops it.`,
        at: fault.path,
      })
    }
  },
}

function isJudgedElsewhere(path: Path): boolean {
  if (STRINGS.some((name) => path.includes(name))) return true
  return LISTS.includes(String(path[1])) && path.length <= 3
}
