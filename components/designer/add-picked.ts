import { readManifests } from '@/components/dependencies/read-manifests'
import type { PickedFile } from '@/components/ui/picked-files'
import { addDependencies } from '@/lib/commands/add-dependencies'
import { suggestPlace } from '@/lib/dependencies/suggest-place'
import type { DesignerState } from '@/lib/store/designer'

/**
 * Adds manifests that were dropped on the window, where the others are or where they fit. True when
 * something was added. @throws Error that says why not.
 */
export async function addPicked(
  { files, run, steps }: DesignerState,
  picked: readonly PickedFile[],
): Promise<boolean> {
  const manifests = await readManifests(picked)
  const texts = manifests.map(({ content }) => content.text ?? '')
  return run(addDependencies(manifests, suggestPlace(files, steps, texts)), 'later')
}
