'use client'

import { FileWarning } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { UnreadableDraft } from '@/lib/store/drafts'

export interface UnreadableListProps {
  readonly drafts: readonly UnreadableDraft[]
  readonly onSalvage: (draft: UnreadableDraft) => void
  readonly onRemove: (draft: UnreadableDraft) => void
}

/** Drafts that are kept as they are because this version cannot read them. */
export function UnreadableList({ drafts, onSalvage, onRemove }: UnreadableListProps) {
  if (drafts.length === 0) return null
  return (
    <section aria-labelledby="unreadable-drafts" className="mt-6">
      <h2 id="unreadable-drafts" className="font-semibold">
        Cannot be read here
      </h2>
      <p className="mb-2.5 text-dim">They are kept as they are. Nothing overwrites them.</p>
      <ul className="divide-y divide-line rounded-xl border border-line bg-raised shadow-card">
        {drafts.map((draft) => {
          const name = draft.name || `Draft ${draft.id}`
          return (
            <li key={draft.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
              <FileWarning size={16} aria-hidden className="shrink-0 text-amber" />
              <div className="min-w-0 flex-1 basis-60">
                <p className="truncate font-mono font-semibold text-sm">{name}</p>
                <p className="text-dim">{draft.reason}</p>
              </div>
              <div className="flex gap-2">
                <Button
                  size="sm"
                  aria-label={`Download what is there of ${name}`}
                  onClick={() => onSalvage(draft)}
                >
                  Download what is there
                </Button>
                <Button
                  size="sm"
                  variant="danger"
                  aria-label={`Delete ${name}`}
                  onClick={() => onRemove(draft)}
                >
                  Delete
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
