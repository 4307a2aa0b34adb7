import { type Command, refused, unchanged } from '@/lib/promise/command'
import { type TemplateSettings, templateSettings } from '@/lib/promise/settings'
import type { StepKey } from '@/lib/promise/workflows'
import { removeAt } from '@/lib/yaml/edit'
import { editSettings, type YamlEdit } from './edit-yaml'
import { onRenderStep, type RenderSettings } from './render-step'
import { reshape } from './reshape'
import { raiseVersion } from './settings-version'

/** Says when a template is written, and whether it holds requests of other Promises. */
export function setTemplate(key: StepKey, template: string, said: TemplateSettings): Command {
  const label = 'Set template'
  return onRenderStep(
    label,
    key,
    (settings, _files, path) => {
      if (!templateSettings.safeParse(said).success) {
        return refused(`The condition of ${template} needs a value, and what it must be.`)
      }
      const before = ownOf(settings, template)
      const plain = !said.onlyWhen && !said.component
      if (plain && !before) return unchanged
      const place = [...path, 'templates', template]
      const edits = plain
        ? forgetTemplate(settings, path, template)
        : [...reshape(place, before, withoutFalse(said)), raiseVersion]
      return [editSettings({ label, place }, ...edits)]
    },
    `${label} ${key} ${template}`,
  )
}

/** Takes away what is said of a template; the map goes with its last entry. */
export function forgetTemplate(
  settings: RenderSettings,
  path: readonly (string | number)[],
  template: string,
): readonly YamlEdit[] {
  if (!ownOf(settings, template)) return []
  const all = [...path, 'templates']
  const last = Object.keys(settings.templates ?? {}).length === 1
  return [(document) => removeAt(document, last ? all : [...all, template])]
}

export function ownOf(
  { templates = {} }: RenderSettings,
  template: string,
): TemplateSettings | undefined {
  return Object.hasOwn(templates, template) ? templates[template] : undefined
}

function withoutFalse({ onlyWhen, component }: TemplateSettings): TemplateSettings {
  return { ...(onlyWhen && { onlyWhen }), ...(component && { component }) }
}
