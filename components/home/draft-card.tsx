'use client'

import { Trash2 } from 'lucide-react'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { IconButton } from '@/components/ui/icon-button'
import type { DraftSummary } from '@/lib/store/drafts'
import { timeAgo } from './time-ago'

export interface DraftCardProps {
  readonly draft: DraftSummary
  readonly onRemove: () => void
}

const count = (number: number, one: string, many: string) =>
  `${number} ${number === 1 ? one : many}`

/** One draft; the whole card opens it. */
export function DraftCard({ draft, onRemove }: DraftCardProps) {
  const name = draft.name || 'Promise without a name'
  const api = [draft.group, draft.apiVersion].filter(Boolean).join('/')
  return (
    <li className="relative rounded-xl border border-line bg-raised p-4 shadow-card transition-colors focus-within:border-accent-line hover:border-line2">
      <div className="flex items-center gap-2 pr-7">
        <Link
          href={`/designer/?draft=${encodeURIComponent(draft.id)}`}
          className="min-w-0 truncate rounded-sm font-mono font-semibold text-sm after:absolute after:inset-0 after:rounded-xl focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ring"
        >
          {name}
        </Link>
        {draft.version ? <Badge>{draft.version}</Badge> : null}
      </div>
      <p className="truncate text-dim">
        {[api, draft.kind].filter(Boolean).join(' ') || 'No API yet'}
      </p>
      <p className="text-faint text-sm">
        {count(draft.properties, 'property', 'properties')} · {count(draft.steps, 'step', 'steps')}{' '}
        · {timeAgo(draft.savedAt, Date.now())}
      </p>
      <IconButton
        label={`Delete ${name}`}
        tooltip="Delete"
        size="sm"
        danger
        icon={<Trash2 size={14} />}
        onClick={onRemove}
        className="absolute! top-3 right-3"
      />
    </li>
  )
}
