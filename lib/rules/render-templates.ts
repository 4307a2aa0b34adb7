import { renderSteps } from '@/lib/commands/render-sources'
import { filesOfStep } from '@/lib/commands/steps'
import { SETTINGS_FILE } from '@/lib/promise/files'
import { isTemplatePath } from '@/lib/render/check-template'
import type { Rule } from './rule'

/** kratix.md 5.2: a step that writes nothing removes what was there before. */
export const renderTemplates: Rule = {
  id: 'render-templates',
  check({ files, promise, settings }, report) {
    for (const { key, folder } of renderSteps(promise, settings)) {
      const resources = `${folder}resources/`
      const templates = filesOfStep(files, key).filter(
        (path) => path.startsWith(resources) && isTemplatePath(path),
      )
      if (templates.length > 0) continue
      report({
        severity: 'warning',
        message: `The step ${key} has no template, so it writes nothing: add one below resources/.`,
        at: ['steps', key],
        file: SETTINGS_FILE,
      })
    }
  },
}
