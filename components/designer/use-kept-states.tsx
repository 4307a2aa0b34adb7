'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { namedAndDated } from '@/components/changes/state-words'
import { useDraftStorage } from '@/components/home/draft-storage'
import { saveWhatIsKept } from '@/components/home/save-draft'
import { isProvisional } from '@/lib/build/authored'
import { compareTrees, type FileChange } from '@/lib/patch/compare'
import type { Snapshot } from '@/lib/store/drafts'
import { createKeptStates, type KeptStates, type KeptStatesStore } from '@/lib/store/snapshots'
import { useDesigner, useDesignerStore } from './use-designer'

export { saveWhatIsKept, useDraftStorage }

const StatesContext = createContext<KeptStatesStore | undefined>(undefined)

/** First the page, then what it is compared with (milliseconds). */
const LATER = 600

/** The kept states of the open draft, for everything below. Needs a DesignerProvider. */
export function KeptStatesProvider({ children }: { readonly children: ReactNode }) {
  const storage = useDraftStorage()
  const designer = useDesignerStore()
  const [store] = useState(() => createKeptStates(storage, designer.getState().draft.id))
  useEffect(() => {
    const timer = setTimeout(() => void store.getState().refresh(), LATER)
    return () => clearTimeout(timer)
  }, [store])
  const base = useStore(store, (state) => state.base)
  useEffect(() => {
    // What an installed Promise refuses is told against the same state.
    void designer
      .getState()
      .compareWith(base && { files: base.authored, called: namedAndDated(base) })
  }, [designer, base])
  return <StatesContext value={store}>{children}</StatesContext>
}

/** The store itself, for `getState()` in event handlers. */
export function useKeptStatesStore(): KeptStatesStore {
  const store = useContext(StatesContext)
  if (!store) throw new Error('useKeptStates stands outside of a KeptStatesProvider')
  return store
}

/** A part of the kept states; the component renders again when that part changes. */
export function useKeptStates<T>(selector: (state: KeptStates) => T): T {
  return useStore(useKeptStatesStore(), selector)
}

/** What changed since the last download, or since the repository was opened. */
export interface ChangesSince {
  readonly base: Snapshot
  readonly changes: readonly FileChange[]
}

/** `undefined` while there is nothing to compare with, or nothing built to compare. */
export function useChangesSince(): ChangesSince | undefined {
  const base = useKeptStates((state) => state.base)
  const build = useDesigner((state) => state.build)
  return useMemo(
    () =>
      base && !isProvisional(build)
        ? { base, changes: compareTrees(base.built, build.files) }
        : undefined,
    [base, build],
  )
}
