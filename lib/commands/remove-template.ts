import { type Command, unchanged } from '@/lib/promise/command'
import type { StepKey } from '@/lib/promise/workflows'
import { editSettings } from './edit-yaml'
import { removeFile } from './remove-file'
import { onRenderStep } from './render-step'
import { forgetTemplate } from './set-template'
import { templateFile } from './template-path'

/** Removes a template by its path below `resources/`, with what the settings say of it. */
export function removeTemplate(key: StepKey, template: string): Command {
  const label = 'Remove template'
  return onRenderStep(label, key, (settings, _files, path) => {
    const file = templateFile(key, template)
    if (file === undefined) return unchanged
    const said = forgetTemplate(settings, path, template)
    return [removeFile(file), ...(said.length > 0 ? [editSettings({ label }, ...said)] : [])]
  })
}
