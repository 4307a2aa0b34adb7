import type { PickedFile } from '@/components/ui/picked-files'
import type { DependencyFile } from '@/lib/commands/dependency-files'
import { displayBytes, LIMITS } from '@/lib/importers/limits'
import { isSkipped } from '@/lib/importers/skipped'
import { FileContent } from '@/lib/promise/files'

/**
 * The manifests among files that were chosen or dropped. @throws Error that says why there is
 * nothing to add, or that it is too much.
 */
export async function readManifests(
  picked: readonly PickedFile[],
): Promise<readonly DependencyFile[]> {
  const manifests = picked.filter(({ path }) => /\.(ya?ml|json)$/i.test(path) && !isSkipped(path))
  if (manifests.length === 0) throw new Error('There is no .yaml, .yml or .json file in it.')
  const size = manifests.reduce((sum, { file }) => sum + file.size, 0)
  // Before reading a byte: what is too much to add is too much for the memory, too.
  const large = manifests.find(({ file }) => file.size > LIMITS.fileBytes)
  if (size > LIMITS.totalBytes || manifests.length > LIMITS.files || large) {
    const [files, each, all] = [LIMITS.files, LIMITS.fileBytes, LIMITS.totalBytes]
    throw new Error(
      `This is too much to add: at most ${files} files, ${displayBytes(each)} each and ${displayBytes(all)} together.`,
    )
  }
  return Promise.all(
    manifests.map(async ({ path, file }) => ({
      path,
      content: FileContent.fromBytes(new Uint8Array(await file.arrayBuffer())),
    })),
  )
}
