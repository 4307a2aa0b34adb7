import { type Command, refused } from '@/lib/promise/command'
import { FileContent } from '@/lib/promise/files'
import type { StepKey } from '@/lib/promise/workflows'
import { onRenderStep } from './render-step'
import { templateFile, templateProblem } from './template-path'
import { writeFile } from './write-file'

/**
 * Adds a manifest template to a `render` step.
 * @param path below `resources/`
 */
export function addTemplate(key: StepKey, path: string, text: string): Command {
  const label = 'Add template'
  return onRenderStep(label, key, (_settings, files) => {
    const file = templateFile(key, path)
    const problem = templateProblem(path)
    if (problem) return refused(problem)
    if (file === undefined) return refused(`The step ${key} needs valid names first.`)
    if (files.has(file)) return refused(`The step has another template "${path}".`)
    return [writeFile(file, FileContent.fromText(text), label)]
  })
}
