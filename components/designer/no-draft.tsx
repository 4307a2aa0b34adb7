'use client'

import Link from 'next/link'
import { useDraftStorage } from '@/components/home/draft-storage'
import { saveWhatIsThere } from '@/components/home/save-draft'
import { reasonOf } from '@/components/home/use-opening'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'

export interface NoDraftProps {
  readonly id: string | null
  /** Why it cannot be read; absent when there is no such draft. */
  readonly reason: string | undefined
}

/** Stands in for a draft that is not there or cannot be read; what is there can be saved. */
export function NoDraft({ id, reason }: NoDraftProps) {
  const storage = useDraftStorage()
  const toast = useToast()
  const save = (id: string): void => {
    saveWhatIsThere(storage, id).catch((error: unknown) => toast({ text: reasonOf(error) }))
  }
  return (
    <main className="grid min-h-dvh place-items-center p-6 text-center">
      <div className="flex max-w-md flex-col items-center gap-2">
        <h1 className="font-semibold text-lg">
          {reason === undefined
            ? 'This draft is not in this browser'
            : 'This draft could not be read'}
        </h1>
        <p className="text-dim">
          {reason ??
            'Drafts are kept in the browser that made them. It may have been deleted, or made elsewhere.'}
        </p>
        {reason === undefined ? null : (
          <p className="text-dim">Nothing was changed: it is kept as it is.</p>
        )}
        <div className="mt-2 flex flex-wrap justify-center gap-2">
          {id !== null && reason !== undefined ? (
            <Button onClick={() => save(id)}>Download what is there</Button>
          ) : null}
          <Button asChild variant="primary">
            <Link href="/">To your drafts</Link>
          </Button>
        </div>
      </div>
    </main>
  )
}
