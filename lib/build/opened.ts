import type { Tree } from '@/lib/patch/compare'
import type { Files } from '@/lib/promise/files'
import { isScript } from './assembly'
import { build } from './build'

/**
 * A repository as it lay there before `adopt` made `authored` of it. Modes do not come with an
 * import: a file has the one that `build` gives it, so that opening alone shows no change of mode.
 */
export function openedTree(files: Files, authored: Files): Tree {
  const built = build(authored).files
  return new Map(
    [...files].map(([path, content]) => [
      path,
      { content, executable: built.get(path)?.executable ?? isScript(path, content) },
    ]),
  )
}
