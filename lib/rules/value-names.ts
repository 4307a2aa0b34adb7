import { renderSteps } from '@/lib/commands/render-sources'
import { valueNameProblem } from '@/lib/commands/value-name'
import { SETTINGS_FILE } from '@/lib/promise/files'
import { checkValues } from '@/lib/render/values'
import type { Rule } from './rule'

/** Values have names that templates can say, and no number that a language cannot hold. */
export const valueNames: Rule = {
  id: 'value-names',
  check({ promise, settings }, report) {
    for (const { step, key } of renderSteps(promise, settings)) {
      for (const [name, row] of Object.entries(step.values)) {
        const at = ['steps', key, 'values', name]
        const problem = valueNameProblem(name)
        if (problem) report({ severity: 'error', message: problem, at, file: SETTINGS_FILE })
        const source =
          'constant' in row
            ? ({ kind: 'constant', value: row.constant } as const)
            : ({ kind: 'name' } as const)
        const { default: fallback, map } = row
        // The name was judged above.
        const value = { name: 'it', source, type: undefined, default: fallback, map }
        for (const fault of checkValues([value])) {
          const message = `The value "${name}": ${fault}.`
          report({ severity: 'error', message, at, file: SETTINGS_FILE })
        }
      }
    }
  },
}
