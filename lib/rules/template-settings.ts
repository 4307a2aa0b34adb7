import { editSettings } from '@/lib/commands/edit-yaml'
import { renderSteps } from '@/lib/commands/render-sources'
import { forgetTemplate } from '@/lib/commands/set-template'
import { filesOfStep } from '@/lib/commands/steps'
import { SETTINGS_FILE } from '@/lib/promise/files'
import type { Rule } from './rule'

/** What is said of single templates names a template and a value that the step has. */
export const templateSettings: Rule = {
  id: 'template-settings',
  check({ files, promise, settings }, report) {
    for (const { step, key, folder } of renderSteps(promise, settings)) {
      const paths = new Set(filesOfStep(files, key))
      for (const [template, { onlyWhen, component }] of Object.entries(step.templates ?? {})) {
        const at = ['steps', key, 'templates', template]
        const file = SETTINGS_FILE
        if (!paths.has(`${folder}resources/${template}`)) {
          const label = `Forget what is said of ${template}`
          report({
            ...{ severity: 'error', at, file },
            message: `The step ${key} has no template ${template} any more, of which its settings speak.`,
            suggestions: [
              editSettings({ label }, ...forgetTemplate(step, ['steps', key], template)),
            ],
          })
          continue
        }
        if (onlyWhen && !Object.hasOwn(step.values, onlyWhen.value)) {
          report({
            ...{ severity: 'error', at: [...at, 'onlyWhen', 'value'], file },
            message: `The condition of ${template} names "${onlyWhen.value}", which is no value of this step.`,
          })
        }
        if (component && key.startsWith('promise/')) {
          report({
            ...{ severity: 'error', at: [...at, 'component'], file },
            message: `${template} cannot be a part of a request: a promise workflow runs for the Promise.`,
          })
        }
      }
    }
  },
}
