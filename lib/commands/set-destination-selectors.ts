import type { Command } from '@/lib/promise/command'
import type { SelectorSettings } from '@/lib/promise/settings'
import type { StepKey } from '@/lib/promise/workflows'
import { removeAt } from '@/lib/yaml/edit'
import { editSettings } from './edit-yaml'
import { onRenderStep } from './render-step'
import { reshape } from './reshape'
import { raiseVersion } from './settings-version'

/** Sets which labels a Destination must have for the files of a `render` step; the list goes when empty. */
export function setDestinationSelectors(
  key: StepKey,
  selectors: readonly SelectorSettings[],
): Command {
  const label = 'Set destinations of step'
  return onRenderStep(
    label,
    key,
    ({ destinationSelectors: before }, _files, path) => {
      const place = [...path, 'destinationSelectors']
      if (selectors.length === 0) {
        return before ? [editSettings({ label, place }, (all) => removeAt(all, place))] : []
      }
      return [editSettings({ label, place }, ...reshape(place, before, selectors), raiseVersion)]
    },
    `${label} ${key}`,
  )
}
