import { renderSteps } from '@/lib/commands/render-sources'
import { filesOfStep } from '@/lib/commands/steps'
import { isTemplatePath } from '@/lib/render/check-template'
import type { Rule } from './rule'

/**
 * The output is named after the template without its extension, so two of a step may write the same
 * file. So may two steps of a pipeline, which share one output: what the earlier wrote is lost. Two with conditions may exclude each other.
 */
export const templateOutputs: Rule = {
  id: 'template-outputs',
  check({ files, promise, settings }, report) {
    const earlier = new Map<string, string>()
    for (const { key, step, folder } of renderSteps(promise, settings)) {
      const seen = new Map<string, string>()
      const always: string[] = []
      const resources = `${folder}resources/`
      const [pipeline, name] = splitStep(key)
      for (const file of filesOfStep(files, key).toSorted()) {
        if (!file.startsWith(resources) || !isTemplatePath(file)) continue
        const path = file.slice(resources.length)
        const output = path.replace(/\.ya?ml$/, '')
        const other = seen.get(output)
        const conditional = step.templates?.[path]?.onlyWhen !== undefined
        const before = conditional ? undefined : earlier.get(`${pipeline}/${output}`)
        if (other !== undefined) {
          report({
            severity: 'error',
            message: `${path} would write the same file as ${other}: rename one of them.`,
            at: [],
            file,
          })
        } else if (before !== undefined) {
          report({
            severity: 'warning',
            message: `${path} would write the same file as the step ${before} before it, and what that wrote is lost: rename one of them.`,
            at: [],
            file,
          })
        }
        seen.set(output, path)
        if (!conditional) always.push(output)
      }
      for (const output of always) earlier.set(`${pipeline}/${output}`, name)
    }
  },
}

/** The pipeline of a step, and the name of the step in it. */
function splitStep(key: string): readonly [pipeline: string, step: string] {
  const at = key.lastIndexOf('/')
  return [key.slice(0, at), key.slice(at + 1)]
}
