import { isRecord, valueAt } from '@/lib/promise/path'
import { show } from '@/lib/schema/misfit'
import type { Rule } from './rule'

const PATHS: readonly (readonly [string, readonly string[], boolean])[] = [
  ['specReplicasPath', ['.spec.'], true],
  ['statusReplicasPath', ['.status.'], true],
  ['labelSelectorPath', ['.spec.', '.status.'], false],
]

/** kratix.md 94 and 2.5: judged by the cluster, then dropped by Kratix. */
export const scaleSubresource: Rule = {
  id: 'scale-subresource',
  check({ promise: { api }, value }, report) {
    for (const { path } of api?.versions ?? []) {
      const at = [...path, 'subresources', 'scale']
      const scale = valueAt(value, at)
      if (!isRecord(scale)) continue
      report({
        severity: 'warning',
        message:
          'Kratix replaces the subresources by a status alone, so requests cannot be scaled.',
        at,
      })
      for (const [key, wanted, required] of PATHS) {
        const found = scale[key]
        const missing = found === undefined || found === null || found === ''
        if (missing ? !required : typeof found !== 'string') continue
        if (!missing && wanted.some((prefix) => String(found).startsWith(prefix))) continue
        const below = wanted.map((prefix) => prefix.slice(0, -1)).join(' or ')
        const message = missing
          ? `"${key}" is required: a json path under ${below}.`
          : `"${key}" is ${show(found)}; it should be a json path under ${below}.`
        report({ severity: 'error', message, at: [...at, key] })
      }
    }
  },
}
