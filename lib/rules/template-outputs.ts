import { renderSteps } from '@/lib/commands/render-sources'
import { filesOfStep } from '@/lib/commands/steps'
import { isTemplatePath } from '@/lib/render/check-template'
import type { Rule } from './rule'

/** The output is named after the template without its extension, so two may write the same file. */
export const templateOutputs: Rule = {
  id: 'template-outputs',
  check({ files, promise, settings }, report) {
    for (const { key, folder } of renderSteps(promise, settings)) {
      const seen = new Map<string, string>()
      const resources = `${folder}resources/`
      for (const file of filesOfStep(files, key).toSorted()) {
        if (!file.startsWith(resources) || !isTemplatePath(file)) continue
        const path = file.slice(resources.length)
        const output = path.replace(/\.ya?ml$/, '')
        const other = seen.get(output)
        if (other !== undefined) {
          report({
            severity: 'error',
            message: `${path} would write the same file as ${other}: rename one of them.`,
            at: [],
            file,
          })
        }
        seen.set(output, path)
      }
    }
  },
}
