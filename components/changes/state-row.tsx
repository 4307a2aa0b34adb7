'use client'

import { Bookmark, Download, Folder, FolderOpen, GitCompare, Trash2, Undo2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { SnapshotSummary } from '@/lib/store/drafts'
import { KIND_WORDS, named, plural, readableSize, when } from './state-words'

export interface StateRowProps {
  readonly state: SnapshotSummary
  readonly onCompare: () => void
  readonly onGoBack: () => void
  readonly onDelete: () => void
}

const ICONS = { opened: FolderOpen, download: Download, folder: Folder, named: Bookmark }

/** A kept state and what can be done with it. */
export function StateRow({ state, onCompare, onGoBack, onDelete }: StateRowProps) {
  const Icon = ICONS[state.kind]
  const words = named(state)
  return (
    <li
      data-state-id={state.id}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-3 py-1.5 last:border-b-0"
    >
      <Icon size={16} aria-hidden className="shrink-0 text-faint" />
      <span className="min-w-0 flex-1 basis-48">
        <span className="block truncate font-medium">{state.name || 'repository'}</span>
        <span className="block truncate text-dim text-sm">
          {KIND_WORDS[state.kind]}{' '}
          <time dateTime={new Date(state.at).toISOString()}>{when(state.at)}</time>
          {' · '}
          {plural(state.files, 'file')}, {readableSize(state.bytes)}
        </span>
      </span>
      <span className="flex items-center gap-1.5">
        <Button
          size="sm"
          aria-label={`Compare with ${words}`}
          icon={<GitCompare size={14} aria-hidden />}
          onClick={onCompare}
        >
          Compare
        </Button>
        <Button
          size="sm"
          aria-label={`Go back to ${words}`}
          icon={<Undo2 size={14} aria-hidden />}
          onClick={onGoBack}
        >
          Go back
        </Button>
        <IconButton
          size="sm"
          danger
          label={`Delete ${words}`}
          tooltip="Delete"
          icon={<Trash2 size={14} aria-hidden />}
          onClick={onDelete}
        />
      </span>
    </li>
  )
}
