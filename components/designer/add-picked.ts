import { readManifests } from '@/components/dependencies/read-manifests'
import type { PickedFile } from '@/components/ui/picked-files'
import { addDependencies } from '@/lib/commands/add-dependencies'
import type { DesignerState } from '@/lib/store/designer'

/**
 * Adds manifests that were dropped on the window: as an image when the Promise has one for them
 * already, else inside the Promise. True when something was added. @throws Error that says why not.
 */
export async function addPicked(
  { run, steps }: DesignerState,
  picked: readonly PickedFile[],
): Promise<boolean> {
  const inImage = steps.some(({ kind }) => kind === 'dependencies')
  return run(addDependencies(await readManifests(picked), inImage ? 'image' : 'inside'))
}
