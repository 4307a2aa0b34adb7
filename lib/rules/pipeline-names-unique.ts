import type { Rule } from './rule'

/** kratix.md 19: per type and action; elsewhere the same name may come again. */
export const pipelineNamesUnique: Rule = {
  id: 'pipeline-names-unique',
  check({ promise }, report) {
    for (const { type, action, pipelines } of promise.workflows) {
      const seen = new Set<string>()
      for (const { name, path } of pipelines) {
        if (name !== '' && seen.has(name)) {
          report({
            severity: 'error',
            message: `The workflow ${type} ${action} has two pipelines named "${name}".`,
            at: [...path, 'metadata', 'name'],
          })
        }
        seen.add(name)
      }
    }
  },
}
