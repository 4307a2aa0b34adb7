import { useMemo, useState } from 'react'
import { useDesigner } from '@/components/designer/use-designer'
import { updatesOf } from '@/lib/build/moved'
import { mergeOf, type Update } from '@/lib/commands/merge-generated'
import {
  openConflicts,
  type Resolution,
  resolvedText,
  startResolution,
} from '@/lib/merge/resolution'
import type { FileContent } from '@/lib/promise/files'

/** An edited file that is behind what is generated for it, and how far the user is with it. */
export interface PendingUpdate {
  readonly update: Update
  readonly mine: FileContent
  /** `undefined` when the user's file is not text. */
  readonly resolution: Resolution | undefined
  readonly conflicts: number
  /** Conflicts that nobody has settled. */
  readonly open: number
  /** The text as it would be written. */
  readonly text: string
}

export interface Updates {
  readonly all: readonly PendingUpdate[]
  /** Those that need no decision. */
  readonly clean: readonly Update[]
  readonly change: (path: string, resolution: Resolution) => void
}

interface Draft {
  readonly mine: FileContent
  readonly now: FileContent
  readonly resolution: Resolution
}

/** The updates that wait, each with what the user has made of it so far. */
export function useUpdates(): Updates {
  const build = useDesigner((state) => state.build)
  const files = useDesigner((state) => state.files)
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map())

  return useMemo(() => {
    const all = updatesOf(build, files).flatMap((update): readonly PendingUpdate[] => {
      const mine = files.get(update.path)
      if (!mine) return []
      const merge = mergeOf(mine, update)
      if (!merge) return [{ update, mine, resolution: undefined, conflicts: 1, open: 1, text: '' }]
      const draft = drafts.get(update.path)
      // What was decided is of these very texts: when one has changed, it starts anew.
      const kept = draft?.mine === mine && draft.now.equals(update.now)
      const resolution = kept && draft ? draft.resolution : startResolution(merge)
      const { conflicts } = merge
      const text = resolvedText(resolution)
      return [{ update, mine, resolution, conflicts, open: openConflicts(resolution), text }]
    })
    const change = (path: string, resolution: Resolution): void => {
      const one = all.find(({ update }) => update.path === path)
      if (!one) return
      const draft = { mine: one.mine, now: one.update.now, resolution }
      setDrafts((before) => new Map([...before, [path, draft]]))
    }
    const clean = all.filter(({ conflicts }) => conflicts === 0).map(({ update }) => update)
    return { all, clean, change }
  }, [build, files, drafts])
}
