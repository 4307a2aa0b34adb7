import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { WORKFLOWS, workflowPath } from '@/lib/promise/workflows'
import { show } from '@/lib/schema/misfit'
import type { Rule } from './rule'

/** kratix.md 4: these are lists, and each item is a map. */
export const listsOfObjects: Rule = {
  id: 'lists-of-objects',
  check({ value, promise }, report) {
    const lists: Path[] = [
      ['spec', 'dependencies'],
      ['spec', 'requiredPromises'],
      ['spec', 'destinationSelectors'],
      ...WORKFLOWS.map(workflowPath),
      ...promise.workflows.flatMap(({ pipelines }) =>
        pipelines.map(({ path }) => [...path, 'spec', 'containers']),
      ),
    ]
    for (const path of lists) {
      const list = valueAt(value, path)
      if (list === undefined || list === null) continue
      const name = path.at(-1)
      if (!Array.isArray(list)) {
        report({
          severity: 'error',
          message: `${name} must be a list, not ${show(list)}.`,
          at: path,
        })
        continue
      }
      for (const [i, item] of list.entries()) {
        if (isRecord(item)) continue
        const message = `Each item of ${name} must be a map, not ${show(item)}.`
        report({ severity: 'error', message, at: [...path, i] })
      }
    }
  },
}
