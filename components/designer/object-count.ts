import { dependenciesStep, manifestsOf } from '@/lib/commands/dependency-files'
import type { Step } from '@/lib/commands/steps'
import { documentsIn } from '@/lib/dependencies/documents-in'
import type { Files } from '@/lib/promise/files'
import type { PromiseView } from '@/lib/promise/view'

/** How many objects the Promise depends on: inside promise.yaml and in its dependency image. */
export function objectCount(view: PromiseView, steps: readonly Step[], files: Files): number {
  const folder = dependenciesStep(steps)?.folder
  const manifests = folder === undefined ? [] : manifestsOf(files, folder)
  return manifests.reduce((sum, path) => {
    const content = files.get(path)
    return content ? sum + documentsIn(path, content).length : sum
  }, view.dependencies.length)
}
