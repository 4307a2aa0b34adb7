'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** A row is gone a moment after the click that mends it; until then the focus is not waited for (ms). */
const PATIENCE = 3000

/**
 * Gives a function to call before the row at an index goes: when the list has changed, the focus is
 * at the row that then stands there, or at the heading when none is left.
 */
export function useFocusRow(
  pane: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  shown: readonly unknown[],
): (index: number) => void {
  const wanted = useRef<{ readonly index: number; readonly until: number; readonly of: unknown }>(
    undefined,
  )
  useEffect(() => {
    const want = wanted.current
    if (!want || want.of === shown) return
    wanted.current = undefined
    // The user may be elsewhere by now.
    const here = document.activeElement
    const away = here && here !== document.body && !pane.current?.contains(here)
    if (Date.now() > want.until || away) return
    const rows = list.current?.querySelectorAll<HTMLElement>('[data-problem]') ?? []
    const next = rows[Math.min(want.index, rows.length - 1)]
    if (next) next.focus()
    else pane.current?.querySelector('h2')?.focus()
  }, [pane, list, shown])
  return (index) => {
    wanted.current = { index, until: Date.now() + PATIENCE, of: shown }
  }
}
