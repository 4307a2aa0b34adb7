import { optionalValues, renderSteps } from '@/lib/commands/render-sources'
import { statusNameProblem } from '@/lib/commands/set-status-text'
import { SETTINGS_FILE } from '@/lib/promise/files'
import { placeholderFaults } from './placeholder-faults'
import type { Rule } from './rule'

/** kratix.md 5.5: a step publishes under names of its own, and texts of values that it has. */
export const statusTexts: Rule = {
  id: 'status-texts',
  check({ promise, settings }, report) {
    for (const { step, key } of renderSteps(promise, settings)) {
      for (const side of ['success', 'failure'] as const) {
        for (const [name, text] of Object.entries(step.status[side])) {
          const at = ['steps', key, 'status', side, name]
          const problem = statusNameProblem(key, name)
          if (problem) report({ severity: 'error', message: problem, at, file: SETTINGS_FILE })
          if (side === 'failure') continue // published as it is
          for (const fault of placeholderFaults(text, step.values, optionalValues(step))) {
            const message = `The status text "${name}": ${fault}.`
            report({ severity: 'error', message, at, file: SETTINGS_FILE })
          }
        }
      }
    }
  },
}
