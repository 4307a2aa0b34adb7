import type { DependencyPlace } from '@/lib/commands/add-dependencies'
import { dependenciesStep } from '@/lib/commands/dependency-files'
import type { Step } from '@/lib/commands/steps'
import { promiseContent } from '@/lib/layout/assemble'
import type { Files } from '@/lib/promise/files'
import { APPLY_LIMIT } from '@/lib/promise/size'
import { estimateJsonSize } from './json-size'

/**
 * Where `texts` of manifests had best go: where the others are; else inside the Promise while it
 * still fits client-side `kubectl apply` with them (rule 112), as an image beyond.
 */
export function suggestPlace(
  files: Files,
  steps: readonly Step[],
  texts: readonly string[],
): DependencyPlace {
  if (dependenciesStep(steps)) return 'image'
  const promise = promiseContent(files)?.text ?? ''
  const json = [promise, ...texts].reduce((sum, text) => sum + estimateJsonSize(text), 0)
  return json > APPLY_LIMIT ? 'image' : 'inside'
}
