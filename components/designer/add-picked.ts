import type { PickedFile } from '@/components/ui/picked-files'
import { addDependencies } from '@/lib/commands/add-dependencies'
import { displayBytes, LIMITS } from '@/lib/importers/limits'
import { FileContent } from '@/lib/promise/files'
import type { DesignerState } from '@/lib/store/designer'

/**
 * Adds manifests that were dropped on the window: as an image when the Promise has one for them
 * already, else inside the Promise. True when something was added. @throws Error beyond the limits.
 */
export async function addPicked(
  { run, steps }: DesignerState,
  picked: readonly PickedFile[],
): Promise<boolean> {
  const size = picked.reduce((sum, { file }) => sum + file.size, 0)
  if (size > LIMITS.totalBytes) {
    throw new Error(`This is too much: at most ${displayBytes(LIMITS.totalBytes)} can be added.`)
  }
  const files = await Promise.all(
    picked.map(async ({ path, file }) => ({
      path,
      content: FileContent.fromBytes(new Uint8Array(await file.arrayBuffer())),
    })),
  )
  const inImage = steps.some(({ kind }) => kind === 'dependencies')
  return run(addDependencies(files, inImage ? 'image' : 'inside'))
}
