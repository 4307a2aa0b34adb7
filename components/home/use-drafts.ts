'use client'

import { useCallback, useEffect, useState } from 'react'
import { useToast } from '@/components/ui/toast'
import type { DraftSummary } from '@/lib/store/drafts'
import { useDraftStorage } from './draft-storage'
import { reasonOf } from './use-opening'

export interface Drafts {
  /** `undefined` while they are being read. */
  readonly drafts: readonly DraftSummary[] | undefined
  readonly failure: string | undefined
  /** Deletes a draft and offers to bring it back. */
  readonly remove: (draft: DraftSummary) => void
}

/** The drafts in this browser, latest first. */
export function useDrafts(): Drafts {
  const storage = useDraftStorage()
  const toast = useToast()
  const [drafts, setDrafts] = useState<readonly DraftSummary[]>()
  const [failure, setFailure] = useState<string>()

  const refresh = useCallback(async () => {
    try {
      setDrafts(await storage.list())
      setFailure(undefined)
    } catch (error) {
      setFailure(reasonOf(error))
    }
  }, [storage])

  useEffect(() => {
    void refresh()
    // Another tab may have changed them meanwhile.
    window.addEventListener('focus', refresh)
    return () => window.removeEventListener('focus', refresh)
  }, [refresh])

  const remove = useCallback(
    async (draft: DraftSummary) => {
      try {
        const removed = await storage.remove(draft.id)
        toast({
          text: `Deleted ${draft.name || 'the draft'}`,
          duration: 10_000,
          ...(removed && {
            action: {
              label: 'Undo',
              run: () => {
                storage
                  .restore(removed)
                  .then(refresh, (error: unknown) => setFailure(reasonOf(error)))
              },
            },
          }),
        })
        await refresh()
      } catch (error) {
        setFailure(reasonOf(error))
      }
    },
    [storage, toast, refresh],
  )
  return { drafts, failure, remove }
}
