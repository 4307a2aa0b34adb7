import { type Command, refused } from '@/lib/promise/command'
import type { StepKey } from '@/lib/promise/workflows'
import { renameFile } from './rename-file'
import { onRenderStep } from './render-step'
import { templateFile, templateProblem } from './template-path'

/** Renames a template; both paths are below `resources/`. */
export function renameTemplate(key: StepKey, from: string, to: string): Command {
  return onRenderStep('Rename template', key, () => {
    const [source, target] = [templateFile(key, from), templateFile(key, to)]
    const problem = templateProblem(to)
    if (problem) return refused(problem)
    if (source === undefined || target === undefined) {
      return refused(`The step ${key} needs valid names first.`)
    }
    return [renameFile(source, target)]
  })
}
