import { stepsOf } from '@/lib/commands/steps'
import type { Settings } from '@/lib/promise/settings'
import type { PromiseView } from '@/lib/promise/view'
import { unpushable } from '@/lib/scaffolds/repository/context'
import { ACTIONS_FILE } from '@/lib/scaffolds/repository/github-actions'
import { builtFolder } from './repository-context'
import type { Build } from './types'

/**
 * The images for whose sake the GitHub Actions workflow pushes nothing: they are built here, but name
 * no registry. None when the workflow is not as it was generated: who changed it says what it does.
 */
export function imagesNotPushed(
  view: PromiseView,
  settings: Settings,
  { files }: Build,
): readonly string[] {
  if (files.get(ACTIONS_FILE)?.origin !== 'generated') return []
  const steps = stepsOf(view, settings).map((step) => ({
    image: step.image,
    folder: builtFolder(step, (path) => files.has(path)),
  }))
  return unpushable(steps).map(({ image }) => image)
}
