import { reattachSettings } from '@/lib/commands/reattach-settings'
import { orphanedSettings, stepsOf } from '@/lib/commands/steps'
import { SETTINGS_FILE } from '@/lib/promise/files'
import type { StepKey } from '@/lib/promise/workflows'
import type { Rule } from './rule'

/** Settings are kept when their step is renamed by hand; they are given back when it is plain to which. */
export const settingsOrphaned: Rule = {
  id: 'settings-orphaned',
  check({ promise, settings }, report) {
    const steps = stepsOf(promise, settings)
    const homeless = steps.filter(({ ours, folder }) => !ours && folder !== undefined)
    const orphans = orphanedSettings(promise, settings)
    for (const key of orphans) {
      const [only, ...others] = homeless.filter((step) => pipelineOf(step.key) === pipelineOf(key))
      const certain = only && others.length === 0 && orphansOf(orphans, key).length === 1
      report({
        severity: 'warning',
        message: `The settings of the step "${key}" belong to no step of promise.yaml.`,
        at: ['steps', key],
        file: SETTINGS_FILE,
        fix: certain ? reattachSettings(key, only.key) : undefined,
      })
    }
  },
}

function orphansOf(orphans: readonly StepKey[], key: StepKey): readonly StepKey[] {
  return orphans.filter((one) => pipelineOf(one) === pipelineOf(key))
}

function pipelineOf(key: StepKey): string {
  return key.slice(0, key.lastIndexOf('/'))
}
