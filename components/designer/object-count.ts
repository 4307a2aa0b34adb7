import type { Step } from '@/lib/commands/steps'
import type { Files } from '@/lib/promise/files'
import type { PromiseView } from '@/lib/promise/view'
import { documentsOf } from '@/lib/yaml/document'

/** How many objects the Promise depends on: inside promise.yaml and in its dependency images. */
export function objectCount(view: PromiseView, steps: readonly Step[], files: Files): number {
  const folders = steps
    .filter((step) => step.kind === 'dependencies' && step.folder !== undefined)
    .map((step) => `${step.folder}resources/`)
  let count = view.dependencies.length
  for (const [path, content] of files) {
    if (!/\.ya?ml$/.test(path) || content.text === null) continue
    if (folders.some((folder) => path.startsWith(folder))) count += documentsOf(content).length
  }
  return count
}
