'use client'

import { useEffect, useRef, useState } from 'react'

/** How far back to look for an element that is still there. */
const REMEMBERED = 5

/** What has the focus when a dialog is first drawn: one that comes late may open at once. */
function focusedNow(): HTMLElement[] {
  if (typeof document === 'undefined') return [] // on the server, where the page is prerendered
  const active = document.activeElement
  return active instanceof HTMLElement && active !== document.body ? [active] : []
}

/**
 * Where the focus goes when a dialog without a trigger of its own closes: Radix returns it only to a
 * trigger. The last element outside of menus that had the focus gets it back, unless what closed
 * the dialog has moved it already.
 */
export function useReturnFocus(open: boolean): (event: Event) => void {
  const [first] = useState(focusedNow)
  const had = useRef<HTMLElement[]>(first)
  useEffect(() => {
    if (open) return
    const note = ({ target }: FocusEvent): void => {
      // An item of a menu goes away with it; what opened the menu stays.
      if (!(target instanceof HTMLElement) || target.closest('[role=menu]')) return
      had.current = [target, ...had.current.filter((one) => one !== target)].slice(0, REMEMBERED)
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [open])
  return (event) => {
    event.preventDefault()
    if (document.activeElement && document.activeElement !== document.body) return
    had.current.find((element) => element.isConnected)?.focus()
  }
}
