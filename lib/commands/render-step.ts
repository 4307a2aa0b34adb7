import { type Command, type Outcome, refused, sequence } from '@/lib/promise/command'
import type { Files } from '@/lib/promise/files'
import type { Path } from '@/lib/promise/path'
import type { StepSettings } from '@/lib/promise/settings'
import type { StepKey } from '@/lib/promise/workflows'
import { readSettings } from './settings'

export type RenderSettings = Extract<StepSettings, { kind: 'render' }>

/** A command on the settings of a `render` step: refused when the step is none. */
export function onRenderStep(
  label: string,
  key: StepKey,
  make: (settings: RenderSettings, files: Files, path: Path) => readonly Command[] | Outcome,
  group?: string,
): Command {
  return {
    label,
    group,
    run(files) {
      const { settings } = readSettings(files)
      const own = Object.hasOwn(settings.steps, key) ? settings.steps[key] : undefined
      if (own?.kind !== 'render') return refused(`${key} is not a render step.`)
      const made = make(own, files, ['steps', key])
      return 'kind' in made ? made : sequence(label, made, group).run(files)
    },
  }
}
