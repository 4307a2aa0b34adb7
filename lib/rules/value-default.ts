import { optionalValues, renderSteps, sourceSchema } from '@/lib/commands/render-sources'
import { SETTINGS_FILE } from '@/lib/promise/files'
import type { Rule } from './rule'

/** kratix.md B4: what a request may leave out has a default, in the API or in the step. */
export const valueDefault: Rule = {
  id: 'value-default',
  check({ promise, settings }, report) {
    for (const { step, key } of renderSteps(promise, settings)) {
      const optional = optionalValues(step)
      for (const [name, row] of Object.entries(step.values)) {
        if (row.default !== undefined || optional.has(name)) continue
        const source = sourceSchema(promise, key, row)
        if (source?.place.kind !== 'declared' || source.place.always) continue
        report({
          severity: 'warning',
          message: `A request may leave out ${source.from}, and would fail then: give the value "${name}" or the property a default.`,
          at: ['steps', key, 'values', name],
          file: SETTINGS_FILE,
        })
      }
    }
  },
}
