'use client'

import { useStore } from 'zustand'
import { useDesignerStore } from '@/components/designer/use-designer'
import { useDraftStorage } from '@/components/designer/use-kept-states'
import type { DesignerStore } from '@/lib/store/designer'
import { openTryout } from './open-tryout'
import type { TryoutState, TryoutStore } from './tryout-store'

/** One for each open design: it stays while another section is shown. */
const stores = new WeakMap<DesignerStore, TryoutStore>()

/** The store itself, for `getState()` in event handlers. */
export function useTryoutStore(): TryoutStore {
  const designer = useDesignerStore()
  const storage = useDraftStorage()
  const known = stores.get(designer)
  if (known) return known
  const made = openTryout(storage, designer)
  stores.set(designer, made)
  return made
}

/** A part of what is tried; the component renders again when that part changes. */
export function useTryout<T>(selector: (state: TryoutState) => T): T {
  return useStore(useTryoutStore(), selector)
}
