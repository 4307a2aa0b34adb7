import { checkVersionName } from '@/lib/promise/names'
import { API } from '@/lib/promise/read'
import type { Rule } from './rule'

/** kratix.md 11 and 48. */
export const apiVersionNames: Rule = {
  id: 'api-version-names',
  check({ promise: { api } }, report) {
    if (!api) return
    if (api.versions.length === 0) {
      const at = [...API, 'spec', 'versions']
      report({ severity: 'error', message: 'The API has no version; it needs at least one.', at })
    }
    const seen = new Set<string>()
    for (const { name, path } of api.versions) {
      const message = seen.has(name)
        ? `The version name "${name}" is used twice.`
        : checkVersionName(name)
      if (message) report({ severity: 'error', message, at: [...path, 'name'] })
      seen.add(name)
    }
  },
}
