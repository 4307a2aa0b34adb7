import { valueAt } from '@/lib/promise/path'
import type { Rule } from './rule'

const MAX = 256

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
          message: `The deprecationWarning of "${name}" ${message}.`,
          at,
        })
      }
    }
  },
}

function fault(warning: string, deprecated: boolean): string | undefined {
  if (!deprecated) return 'can only be set for deprecated versions: set "deprecated: true" too'
  if (warning === '') return 'must not be an empty string'
  if (new TextEncoder().encode(warning).length > MAX) {
    return `must be <= ${MAX} characters long, counted in bytes`
  }
  const odd = /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.exec(warning)
  return odd
    ? `must only contain printable UTF-8 characters; another one is found at index ${odd.index}`
    : undefined
}
