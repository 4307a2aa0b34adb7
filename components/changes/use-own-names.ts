import { useCallback } from 'react'
import { useDesigner } from '@/components/designer/use-designer'
import { asNamed } from '@/lib/build/as-named'
import { isImportReport } from '@/lib/importers/report'
import type { Tree } from '@/lib/patch/compare'

/** Gives a tree the names that the repository had where it was opened: patches must find them. */
export function useOwnNames(): (tree: Tree) => Tree {
  const stored = useDesigner((state) => state.draft.report)
  return useCallback(
    // Of a lone file the name says nothing.
    (tree) => (isImportReport(stored) && stored.items.length > 1 ? asNamed(tree, stored) : tree),
    [stored],
  )
}
