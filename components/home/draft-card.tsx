'use client'

import { Copy, Download, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { type KeyboardEvent, useRef } from 'react'
import { Badge } from '@/components/ui/badge'
import { Dot } from '@/components/ui/dot'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { type DraftSummary, nameOf } from '@/lib/store/drafts'
import { count, problemsInWords, sizeInWords } from './draft-words'
import { timeAgo } from './time-ago'

export interface DraftCardProps {
  readonly draft: DraftSummary
  /** It is on this page alone: the browser refused to store it. */
  readonly held: boolean
  readonly onRename: () => void
  readonly onDuplicate: () => void
  readonly onSave: () => void
  readonly onRemove: () => void
}

/** One draft; the whole card opens it. F2 renames it, Delete deletes it. */
export function DraftCard({ draft, held, ...on }: DraftCardProps) {
  const name = nameOf(draft)
  const api = [draft.group, draft.apiVersion].filter(Boolean).join('/')
  /** The focus goes elsewhere than to the menu's button. */
  const leaves = useRef(false)

  const leaveFor = (action: () => void) => () => {
    leaves.current = true
    action()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'F2') on.onRename()
    else if (event.key === 'Delete') on.onRemove()
    else return
    event.preventDefault()
  }
  return (
    <li className="relative min-w-0 rounded-xl border border-line bg-raised p-4 shadow-card transition-colors focus-within:border-accent-line hover:border-line2">
      <div className="flex items-center gap-2 pr-7">
        <Link
          href={`/designer/?draft=${encodeURIComponent(draft.id)}`}
          data-draft={draft.id}
          aria-keyshortcuts="F2 Delete"
          onKeyDown={onKeyDown}
          className="min-w-0 truncate rounded-sm font-mono font-semibold text-sm after:absolute after:inset-0 after:rounded-xl focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ring"
        >
          {name}
        </Link>
        {draft.version ? <Badge>{draft.version}</Badge> : null}
        {held ? <Badge tone="red">not stored</Badge> : null}
      </div>
      <p className="truncate text-dim">
        {draft.title && draft.name ? (
          <span className="font-mono text-sm">{draft.name} · </span>
        ) : (
          ''
        )}
        {[api, draft.kind].filter(Boolean).join(' ') || 'No API yet'}
      </p>
      <p className="truncate text-faint text-sm">
        {count(draft.properties, 'property', 'properties')} · {count(draft.steps, 'step')}
        {draft.bytes === undefined ? '' : ` · ${sizeInWords(draft.bytes)}`}
      </p>
      <p className="flex items-center gap-1.5 text-faint text-sm">
        <Problems draft={draft} />
        <time
          dateTime={new Date(draft.savedAt).toISOString()}
          title={new Date(draft.savedAt).toLocaleString('en-GB')}
        >
          {timeAgo(draft.savedAt, Date.now())}
        </time>
      </p>
      <div className="absolute top-3 right-3">
        <Menu
          align="end"
          onClosed={(event) => {
            if (leaves.current) event.preventDefault()
            leaves.current = false
          }}
          trigger={
            <IconButton
              label={`Actions for ${name}`}
              tooltip="Rename, duplicate, save, delete"
              size="sm"
              icon={<Ellipsis size={14} />}
            />
          }
        >
          <MenuItem
            icon={<Pencil size={14} aria-hidden />}
            hint="F2"
            onSelect={leaveFor(on.onRename)}
          >
            Rename…
          </MenuItem>
          <MenuItem icon={<Copy size={14} aria-hidden />} onSelect={leaveFor(on.onDuplicate)}>
            Duplicate
          </MenuItem>
          <MenuItem icon={<Download size={14} aria-hidden />} onSelect={on.onSave}>
            Save to a file
          </MenuItem>
          <MenuSeparator />
          <MenuItem
            icon={<Trash2 size={14} aria-hidden />}
            hint="Del"
            danger
            onSelect={leaveFor(on.onRemove)}
          >
            Delete
          </MenuItem>
        </Menu>
      </div>
    </li>
  )
}

function Problems({ draft: { problems } }: { readonly draft: DraftSummary }) {
  const words = problemsInWords(problems)
  if (words === undefined) return null
  return (
    <>
      <Dot tone={problems && problems.errors > 0 ? 'red' : 'amber'} />
      <span className="text-dim">{words}</span> ·
    </>
  )
}
