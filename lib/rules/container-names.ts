import { checkContainerName } from '@/lib/promise/names'
import type { Rule } from './rule'

/** kratix.md 27 and 28. */
export const containerNames: Rule = {
  id: 'container-names',
  check({ promise }, report) {
    for (const { steps } of promise.workflows.flatMap(({ pipelines }) => pipelines)) {
      const seen = new Set<string>()
      for (const { name, path } of steps) {
        const twice = name !== '' && seen.has(name)
        const message = twice
          ? `The pipeline has two containers named "${name}".`
          : checkContainerName(name)
        if (message) report({ severity: 'error', message, at: [...path, 'name'] })
        seen.add(name)
      }
    }
  },
}
