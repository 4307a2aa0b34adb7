import { stepsOf } from '@/lib/commands/steps'
import { canBePushed } from '@/lib/promise/images'
import type { Settings } from '@/lib/promise/settings'
import type { PromiseView } from '@/lib/promise/view'
import type { Build } from './types'

/**
 * The images that the repository builds but no registry takes, since they name none. While there is
 * one, the GitHub Actions workflow pushes nothing.
 */
export function unpushableImages(
  view: PromiseView,
  settings: Settings,
  { files }: Build,
): readonly string[] {
  return stepsOf(view, settings)
    .filter(({ folder }) => folder !== undefined && files.has(`${folder}Dockerfile`))
    .map(({ image }) => image)
    .filter((image) => image !== '' && !canBePushed(image))
}
