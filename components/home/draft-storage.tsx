'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { code } from '@/components/ui/code'
import type { DraftStorage } from '@/lib/store/drafts'
import { type HeldStorage, holding } from '@/lib/store/held-storage'

const StorageContext = createContext<HeldStorage | undefined>(undefined)

/**
 * One connection to the browser's database for all pages, so that what it refuses can be held while
 * the user goes from one to the other. Asks before such a draft is left behind.
 */
export function DraftStorageProvider({ children }: { readonly children: ReactNode }) {
  const [storage] = useState(() => holding(lazyStorage()))
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (storage.held().length > 0 || storage.undelivered()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [storage])
  return <StorageContext value={storage}>{children}</StorageContext>
}

export function useDraftStorage(): HeldStorage {
  const storage = useContext(StorageContext)
  if (!storage) throw new Error('useDraftStorage stands outside of a DraftStorageProvider')
  return storage
}

/** The code of the database comes when it is first asked: the page is painted without it. */
function lazyStorage(): DraftStorage {
  const { get: storage } = code(() =>
    import('@/lib/store/indexed-db').then((module) => module.indexedDbStorage()),
  )
  return {
    list: async () => (await storage()).list(),
    unreadable: async () => (await storage()).unreadable(),
    load: async (id) => (await storage()).load(id),
    save: async (draft, may) => (await storage()).save(draft, may),
    tryout: async (id) => (await storage()).tryout(id),
    describe: async (id, words) => (await storage()).describe(id, words),
    duplicate: async (id, copy) => (await storage()).duplicate(id, copy),
    remove: async (id) => (await storage()).remove(id),
    restore: async (removed) => (await storage()).restore(removed),
    salvage: async (id) => (await storage()).salvage(id),
    snapshots: async (draftId) => (await storage()).snapshots(draftId),
    unreadableSnapshots: async (draftId) => (await storage()).unreadableSnapshots(draftId),
    salvageSnapshot: async (id) => (await storage()).salvageSnapshot(id),
    snapshot: async (id) => (await storage()).snapshot(id),
    keep: async (snapshot) => (await storage()).keep(snapshot),
    forget: async (id) => (await storage()).forget(id),
  }
}
