import { type Command, refused } from '@/lib/promise/command'
import { type ValueSettings, valueSettings } from '@/lib/promise/settings'
import type { StepKey } from '@/lib/promise/workflows'
import { editSettings } from './edit-yaml'
import { onRenderStep } from './render-step'
import { reshape } from './reshape'
import { valueNameProblem } from './value-name'

/** Adds a value to a `render` step, or replaces what its row says. */
export function setValueRow(key: StepKey, name: string, row: ValueSettings): Command {
  const label = 'Set value'
  return onRenderStep(
    label,
    key,
    ({ values }, _files, path) => {
      const before = Object.hasOwn(values, name) ? values[name] : undefined
      const problem = before ? undefined : valueNameProblem(name)
      if (problem) return refused(problem)
      if (!valueSettings.safeParse(row).success) {
        return refused(
          `The value "${name}" needs a source: name, namespace, a property of spec, a label or a constant.`,
        )
      }
      const place = [...path, 'values', name]
      return [editSettings({ label, place }, ...reshape(place, before, row))]
    },
    `${label} ${key} ${name}`,
  )
}
