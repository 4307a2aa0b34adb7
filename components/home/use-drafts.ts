'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import { useToast } from '@/components/ui/toast'
import { type DraftSummary, nameOf, type UnreadableDraft } from '@/lib/store/drafts'
import { NotStored } from '@/lib/store/held-storage'
import { randomId } from '@/lib/store/random-id'
import { useDraftStorage } from './draft-storage'
import { copyTitle } from './draft-words'
import { saveDraft, saveWhatIsThere } from './save-draft'
import { reasonOf } from './use-opening'

export interface Drafts {
  /** `undefined` while they are being read. */
  readonly drafts: readonly DraftSummary[] | undefined
  /** Those that are on this page alone. */
  readonly held: ReadonlySet<string>
  readonly unreadable: readonly UnreadableDraft[]
  /** Why the browser keeps no drafts. */
  readonly failure: string | undefined
  /** Deletes a draft and offers to bring it back. */
  readonly remove: (draft: Pick<DraftSummary, 'id' | 'name' | 'title'>) => Promise<void>
  readonly rename: (draft: DraftSummary, title: string) => Promise<void>
  /** Gives the id of the copy, or `undefined` when there is none. */
  readonly duplicate: (draft: DraftSummary) => Promise<string | undefined>
  readonly save: (draft: DraftSummary) => Promise<void>
  /** Saves whatever can be got out of a draft that cannot be read. */
  readonly salvage: (draft: UnreadableDraft) => Promise<void>
}

/** The drafts in this browser, latest first. */
export function useDrafts(): Drafts {
  const storage = useDraftStorage()
  const toast = useToast()
  const [drafts, setDrafts] = useState<readonly DraftSummary[]>()
  const [unreadable, setUnreadable] = useState<readonly UnreadableDraft[]>([])
  const [failure, setFailure] = useState<string>()
  const [held, setHeld] = useState<ReadonlySet<string>>(new Set())

  const refresh = useCallback(async () => {
    setHeld(new Set(storage.held().map(({ id }) => id)))
    try {
      const [readable, others] = await Promise.all([storage.list(), storage.unreadable()])
      setDrafts(readable)
      setUnreadable(others)
      setFailure(undefined)
    } catch (error) {
      setDrafts(storage.held())
      setFailure(reasonOf(error))
    }
  }, [storage])

  useEffect(() => {
    void refresh()
    // Another tab may have changed them meanwhile.
    window.addEventListener('focus', refresh)
    return () => window.removeEventListener('focus', refresh)
  }, [refresh])

  const actions = useMemo(() => {
    /** Does something with a draft; what stands in the way is told, and the list is read again. */
    const attempt = async (work: () => Promise<void>): Promise<boolean> => {
      try {
        await work()
        return true
      } catch (error) {
        toast({ text: reasonOf(error) })
        return false
      } finally {
        await refresh()
      }
    }
    return {
      async remove(draft: Pick<DraftSummary, 'id' | 'name' | 'title'>) {
        await attempt(async () => {
          const removed = await storage.remove(draft.id)
          if (!removed) return
          const undo = () => void attempt(() => storage.restore(removed))
          toast({
            text: `Deleted ${nameOf(draft)}`,
            duration: 10_000,
            action: { label: 'Undo', run: undo },
          })
        })
      },
      async rename({ id }: DraftSummary, title: string) {
        await attempt(() => storage.describe(id, { title }))
      },
      async duplicate(draft: DraftSummary) {
        const id = randomId()
        const done = await attempt(async () => {
          const taken = (drafts ?? []).map(nameOf)
          const copy = { id, title: copyTitle(nameOf(draft), taken), at: Date.now() }
          try {
            await storage.duplicate(draft.id, copy)
          } catch (error) {
            if (!(error instanceof NotStored)) throw error // its card says that it is not stored
          }
        })
        return done ? id : undefined
      },
      async save(draft: DraftSummary) {
        await attempt(() => saveDraft(storage, draft))
      },
      async salvage({ id }: UnreadableDraft) {
        await attempt(() => saveWhatIsThere(storage, id))
      },
    }
  }, [storage, toast, refresh, drafts])
  return { drafts, held, unreadable, failure, ...actions }
}
