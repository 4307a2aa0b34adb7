import type { Command } from '@/lib/promise/command'
import type { Path } from '@/lib/promise/path'
import type { SelectorSettings } from '@/lib/promise/settings'
import type { StepKey } from '@/lib/promise/workflows'
import { removeAt, renameKey } from '@/lib/yaml/edit'
import { editSettings, type YamlEdit } from './edit-yaml'
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
      const renamed = renamedLabels(place, before ?? [], selectors)
      const edits = renamed.length > 0 ? renamed : reshape(place, before, selectors)
      return [editSettings({ label, place }, ...edits, raiseVersion)]
    },
    `${label} ${key}`,
  )
}

/** A label with another key stays at its place, so that no row moves while its key is typed. */
function renamedLabels(
  place: Path,
  before: readonly SelectorSettings[],
  after: readonly SelectorSettings[],
): readonly YamlEdit[] {
  if (before.length !== after.length) return []
  return after.flatMap(({ matchLabels }, i) => {
    const old = Object.keys(before[i]?.matchLabels ?? {})
    const now = Object.keys(matchLabels)
    const changed = old.length === now.length ? old.filter((key, at) => key !== now[at]) : []
    const [from = ''] = changed
    const to = now[old.indexOf(from)]
    if (changed.length !== 1 || to === undefined) return []
    return [(document) => renameKey(document, [...place, i, 'matchLabels', from], to)]
  })
}
