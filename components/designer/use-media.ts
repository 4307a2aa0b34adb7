'use client'

import { useCallback, useSyncExternalStore } from 'react'

/** True while the window fits `query`; false on the server. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  )
}

/** There is room for outline, form and file side by side. */
export const WIDE = '(min-width: 900px)'
