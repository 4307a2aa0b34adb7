import { type Command, unchanged } from '@/lib/promise/command'
import type { StepKey } from '@/lib/promise/workflows'
import { removeFile } from './remove-file'
import { onRenderStep } from './render-step'
import { templateFile } from './template-path'

/** Removes a template by its path below `resources/`. */
export function removeTemplate(key: StepKey, path: string): Command {
  return onRenderStep('Remove template', key, () => {
    const file = templateFile(key, path)
    return file === undefined ? unchanged : [removeFile(file)]
  })
}
