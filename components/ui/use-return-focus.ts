'use client'

import { useLayoutEffect, useRef } from 'react'
import { recentFocus } from './recent-focus'

/**
 * Where the focus goes when a dialog without a trigger of its own closes: Radix returns it only to a
 * trigger. The last element outside of menus that had the focus gets it back, unless what closed
 * the dialog has moved it already.
 */
export function useReturnFocus(open: boolean): (event: Event) => void {
  const had = useRef<readonly HTMLElement[]>([])
  // Before the dialog takes the focus, which it does in an effect.
  useLayoutEffect(() => {
    if (open) had.current = recentFocus()
  }, [open])
  return (event) => {
    event.preventDefault()
    if (document.activeElement && document.activeElement !== document.body) return
    had.current.find((element) => element.isConnected)?.focus()
  }
}
