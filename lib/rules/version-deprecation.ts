import { checkDeprecationWarning } from '@/lib/promise/names'
import { valueAt } from '@/lib/promise/path'
import type { Rule } from './rule'

/** kratix.md 51. */
export const versionDeprecation: Rule = {
  id: 'version-deprecation',
  check({ promise: { api }, value }, report) {
    for (const { path, name } of api?.versions ?? []) {
      const at = [...path, 'deprecationWarning']
      const warning = valueAt(value, at)
      if (typeof warning !== 'string') continue
      const message = fault(warning, valueAt(value, [...path, 'deprecated']) === true)
      if (message) {
        report({
          severity: 'error',
          message: `The deprecationWarning of "${name}" ${message}`,
          at,
        })
      }
    }
  },
}

function fault(warning: string, deprecated: boolean): string | undefined {
  if (!deprecated) return 'can only be set for deprecated versions: set "deprecated: true" too.'
  return checkDeprecationWarning(warning)
}
