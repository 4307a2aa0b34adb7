'use client'

import { GitCompare } from 'lucide-react'
import { useState } from 'react'
import { useMedia, WIDE } from '@/components/designer/use-media'
import { EmptyState } from '@/components/ui/empty-state'
import type { FileChange } from '@/lib/patch/compare'
import { ChangeList } from './change-list'
import { ChangeView } from './change-view'

export interface FilesTabProps {
  readonly changes: readonly FileChange[]
  /** What it is compared with, in a sentence. */
  readonly since: string
}

/** The changed files at the left, the chosen one at the right. */
export function FilesTab({ changes, since }: FilesTabProps) {
  const wide = useMedia(WIDE)
  const [chosen, setChosen] = useState<string>()
  const change = changes.find(({ path }) => path === chosen) ?? changes[0]
  if (!change) {
    return (
      <EmptyState icon={<GitCompare size={20} aria-hidden />} className="m-auto">
        Nothing has changed since {since}. What you change from here on is listed file by file.
      </EmptyState>
    )
  }
  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(220px,340px)_minmax(0,1fr)] overflow-hidden rounded-lg border border-line max-pane:grid-cols-1 max-pane:grid-rows-[minmax(80px,30%)_minmax(0,1fr)]">
      <div className="overflow-y-auto border-line border-r bg-panel max-pane:border-r-0 max-pane:border-b">
        <ChangeList changes={changes} selected={change.path} onSelect={setChosen} />
      </div>
      <ChangeView change={change} inline={!wide} />
    </div>
  )
}
