import { checkContainerName } from '@/lib/promise/names'
import type { Rule } from './rule'

/** kratix.md 27 and 28. */
export const containerNames: Rule = {
  id: 'container-names',
  check({ promise }, report) {
    const all = promise.workflows.flatMap(({ pipelines, action }) =>
      pipelines.map(({ steps }) => ({ steps, action })),
    )
    for (const { steps, action } of all) {
      const seen = new Set<string>()
      for (const { name, path } of steps) {
        // A delete pipeline writes no work.
        const free = action === 'delete' && name === 'work-writer'
        const twice = name !== '' && seen.has(name)
        const message = twice
          ? `The pipeline has two containers named "${name}".`
          : free
            ? undefined
            : checkContainerName(name)
        if (message) report({ severity: 'error', message, at: [...path, 'name'] })
        seen.add(name)
      }
    }
  },
}
