import type { Rule } from './rule'

/** kratix.md 2.1 and 105: of delete pipelines only the first runs. */
export const deletePipelines: Rule = {
  id: 'delete-pipelines',
  check({ promise }, report) {
    for (const { type, action, pipelines } of promise.workflows) {
      if (action !== 'delete') continue
      for (const { name, path } of pipelines.slice(1)) {
        report({
          severity: 'warning',
          message: `The pipeline "${name}" never runs: of ${type} delete pipelines Kratix runs only the first.`,
          at: path,
        })
      }
    }
  },
}
