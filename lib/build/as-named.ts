import type { ImportReport } from '@/lib/importers/report'
import type { Tree } from '@/lib/patch/compare'
import { PROMISE_FILE } from '@/lib/promise/files'

/**
 * The tree with the Promise under the name that it has where it was opened, as a patch must find the
 * file by its name. A file that has this name by now stays, and so does `promise.yaml`.
 */
export function asNamed(tree: Tree, report: Pick<ImportReport, 'promise' | 'root'>): Tree {
  const own = ownName(report)
  if (own === '' || tree.has(own)) return tree
  return new Map([...tree].map(([path, file]) => [path === PROMISE_FILE ? own : path, file]))
}

function ownName({ promise, root }: Pick<ImportReport, 'promise' | 'root'>): string {
  return root === '' ? promise : promise.slice(root.length + 1)
}
