import type { Rule } from './rule'

/** kratix.md 2.1: Kratix takes any object, but none without these can be applied later. */
export const dependencyIdentity: Rule = {
  id: 'dependency-identity',
  check({ promise }, report) {
    for (const { apiVersion, kind, name, path } of promise.dependencies) {
      const missing = [
        ...(apiVersion === '' ? ['apiVersion'] : []),
        ...(kind === '' ? ['kind'] : []),
        ...(name === '' ? ['metadata.name'] : []),
      ]
      if (missing.length === 0) continue
      const what = [kind, name].filter((part) => part !== '').join(' ') || 'A dependency'
      const message = `${what} has no ${missing.join(' and no ')}, so it cannot be applied.`
      report({ severity: 'error', message, at: path })
    }
  },
}
