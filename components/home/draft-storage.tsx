'use client'

import { createContext, type ReactNode, useContext, useState } from 'react'
import type { DraftStorage } from '@/lib/store/drafts'
import { indexedDbStorage } from '@/lib/store/indexed-db'

const StorageContext = createContext<DraftStorage | undefined>(undefined)

/** One connection to the browser's database per page. */
export function DraftStorageProvider({ children }: { readonly children: ReactNode }) {
  const [storage] = useState(() => indexedDbStorage())
  return <StorageContext value={storage}>{children}</StorageContext>
}

export function useDraftStorage(): DraftStorage {
  const storage = useContext(StorageContext)
  if (!storage) throw new Error('useDraftStorage stands outside of a DraftStorageProvider')
  return storage
}
