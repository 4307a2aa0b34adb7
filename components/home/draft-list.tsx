'use client'

import { FileBox } from 'lucide-react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { DraftCard } from './draft-card'
import { useDrafts } from './use-drafts'

/** The drafts kept in this browser. */
export function DraftList() {
  const { drafts, failure, remove } = useDrafts()
  return (
    <section aria-labelledby="your-drafts" className="mt-8">
      <h2 id="your-drafts" className="mb-2.5 font-semibold">
        Your drafts
      </h2>
      {failure ? (
        <Banner tone="error">Drafts cannot be kept in this browser: {failure}</Banner>
      ) : drafts === undefined ? (
        <p className="text-faint">Reading…</p>
      ) : drafts.length === 0 ? (
        <EmptyState
          icon={<FileBox size={20} aria-hidden />}
          action={
            <Button
              onClick={() => document.querySelector<HTMLElement>('input[name=name]')?.focus()}
            >
              Name your first Promise
            </Button>
          }
        >
          What you design is kept here, in this browser alone, until you delete it.
        </EmptyState>
      ) : (
        <ul className="grid gap-3.5 sm:grid-cols-2 lg:grid-cols-3">
          {drafts.map((draft) => (
            <DraftCard key={draft.id} draft={draft} onRemove={() => remove(draft)} />
          ))}
        </ul>
      )}
    </section>
  )
}
