'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { DesignerState, DesignerStore } from '@/lib/store/designer'

const StoreContext = createContext<DesignerStore | undefined>(undefined)
/** What is shown where that is another moment than now: see `AfterPaint`. */
export const ShownContext = createContext<DesignerStore | undefined>(undefined)

export interface DesignerProviderProps {
  readonly store: DesignerStore
  readonly children: ReactNode
}

/** Makes `store` the design of everything below. */
export function DesignerProvider({ store, children }: DesignerProviderProps) {
  return <StoreContext value={store}>{children}</StoreContext>
}

/** The store itself, for `getState()` in event handlers. */
export function useDesignerStore(): DesignerStore {
  const store = useContext(StoreContext)
  if (!store) throw new Error('useDesigner stands outside of a DesignerProvider')
  return store
}

/** A part of the design; the component renders again when that part changes. */
export function useDesigner<T>(selector: (state: DesignerState) => T): T {
  const store = useDesignerStore()
  return useStore(useContext(ShownContext) ?? store, selector)
}

/** True while nothing can be changed by a form: the text is broken, or another tab has the draft. */
export function useReadOnly(): boolean {
  return useDesigner((state) => state.reading.stale || state.watching)
}
