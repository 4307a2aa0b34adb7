import { type Command, refused, sequence } from '@/lib/promise/command'
import type { LanguageId } from '@/lib/promise/settings'
import type { StepKey } from '@/lib/promise/workflows'
import { editSettings, set } from './edit-yaml'
import { revertToGenerated } from './revert-to-generated'
import { readSettings } from './settings'
import { editedFilesOfStep } from './steps'

/** Switches the program of a step to another language. Asks when generated files were edited. */
export function setStepLanguage(key: StepKey, language: LanguageId): Command {
  const label = 'Set language'
  const place = ['steps', key, 'language']
  const change = editSettings({ label, place }, set(place, language))
  return {
    label,
    run(files) {
      const { settings } = readSettings(files)
      const own = Object.hasOwn(settings.steps, key) ? settings.steps[key] : undefined
      if (!own || !('language' in own)) return refused(`${key} has no program of ours.`)
      const edited = editedFilesOfStep(files, key)
      if (own.language === language || edited.length === 0) return change.run(files)
      const names = edited.map((path) => path.slice(`workflows/${key}/`.length)).join(', ')
      return refused(`You have edited files that are generated for ${own.language}: ${names}.`, [
        sequence('Switch and drop the edits', [...edited.map(revertToGenerated), change]),
        { ...change, label: 'Switch and keep the edited files' },
      ])
    },
  }
}
