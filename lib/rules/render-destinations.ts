import { optionalValues, renderSteps } from '@/lib/commands/render-sources'
import { ownOf } from '@/lib/commands/set-template'
import { filesOfStep } from '@/lib/commands/steps'
import { SETTINGS_FILE } from '@/lib/promise/files'
import { checkLabelKey, checkLabelValue } from '@/lib/promise/names'
import { isTemplatePath } from '@/lib/render/check-template'
import { absentUnder } from '@/lib/render/conditions'
import { placeholderFaults } from './placeholder-faults'
import type { Rule } from './rule'

/** kratix.md 5.3: what Kratix demands of destination-selectors.yaml, and of the labels in it. */
export const renderDestinations: Rule = {
  id: 'render-destinations',
  check({ files, promise, settings }, report) {
    for (const { step, key, folder } of renderSteps(promise, settings)) {
      const seen = new Set<string>()
      const resources = `${folder}resources/`
      for (const [i, { directory = '', matchLabels }] of (
        step.destinationSelectors ?? []
      ).entries()) {
        const at = ['steps', key, 'destinationSelectors', i]
        const fault = (message: string, ...below: string[]) =>
          report({ severity: 'error', message, at: [...at, ...below], file: SETTINGS_FILE })
        const prefix = `${resources}${directory}/`
        const templates = filesOfStep(files, key)
          .filter((path) => path.startsWith(directory === '' ? resources : prefix))
          .filter(isTemplatePath)
          .map((path) => path.slice(resources.length))
        if (seen.has(directory)) {
          const what = directory === '' ? 'the rest of the files' : directory
          fault(`Two entries say where ${what} goes: Kratix takes one.`, 'directory')
        } else if (/[/\\]|^\.\.?$/.test(directory)) {
          fault(
            `"${directory}" is not one folder of the output: Kratix takes no others.`,
            'directory',
          )
        } else if (directory !== '' && templates.length === 0) {
          fault(
            `No template is written to "${directory}": add one below resources/${directory}/.`,
            'directory',
          )
        }
        seen.add(directory)
        // An entry of a folder counts only while one of its templates is written.
        const guarded =
          directory === '' ? [undefined] : templates.map((one) => ownOf(step, one)?.onlyWhen)
        const absent = new Set(
          guarded.flatMap((condition) => [...absentUnder(condition, optionalValues(step))]),
        )
        const labels = Object.entries(matchLabels)
        if (labels.length === 0)
          fault('An entry without a label says nothing: Kratix refuses it.', 'matchLabels')
        for (const [name, text] of labels) {
          const odd = checkLabelKey(name)
          if (odd) fault(odd, 'matchLabels', name)
          const faults = placeholderFaults(text, step.values, absent)
          for (const why of faults) fault(`The label ${name}: ${why}.`, 'matchLabels', name)
          const wrong = text.includes('${') ? undefined : checkLabelValue(text, `The label ${name}`)
          if (wrong) fault(wrong, 'matchLabels', name)
        }
      }
    }
  },
}
