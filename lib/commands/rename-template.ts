import { type Command, refused, unchanged } from '@/lib/promise/command'
import type { StepKey } from '@/lib/promise/workflows'
import { renameKey } from '@/lib/yaml/edit'
import { editSettings } from './edit-yaml'
import { renameFile } from './rename-file'
import { onRenderStep } from './render-step'
import { ownOf } from './set-template'
import { templateFile, templateProblem } from './template-path'

/** Renames a template, also where the settings speak of it; both paths are below `resources/`. */
export function renameTemplate(key: StepKey, from: string, to: string): Command {
  const label = 'Rename template'
  return onRenderStep(label, key, (settings, _files, path) => {
    const [source, target] = [templateFile(key, from), templateFile(key, to)]
    const problem = templateProblem(to)
    if (problem) return refused(problem)
    if (source === undefined || target === undefined) {
      return refused(`The step ${key} needs valid names first.`)
    }
    if (from === to) return unchanged
    const place = [...path, 'templates', from]
    const follow = ownOf(settings, from)
      ? [editSettings({ label }, (document) => renameKey(document, place, to))]
      : []
    return [renameFile(source, target), ...follow]
  })
}
