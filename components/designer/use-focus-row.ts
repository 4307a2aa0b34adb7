'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { Problem } from '@/lib/store/analysis'

/** A row is gone a moment after the click that mends it; so long the focus waits for that (ms). */
const PATIENCE = 3000

interface Wanted {
  readonly index: number
  /** The problem that is to go; `undefined` when it is several. */
  readonly problem: Problem | undefined
  /** How many like it there were. */
  readonly count: number
  readonly until: number
}

/**
 * Gives a function to call before the row of a problem goes: when it is gone, the focus is at the row
 * that then stands there, or at the heading when none is left.
 */
export function useFocusRow(
  pane: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  shown: readonly Problem[],
): (index: number, problem?: Problem) => void {
  const wanted = useRef<Wanted>(undefined)
  useEffect(() => {
    const want = wanted.current
    if (!want || countLike(shown, want.problem) >= want.count) return
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
  return (index, problem) => {
    const count = countLike(shown, problem)
    wanted.current = { index, problem, count, until: Date.now() + PATIENCE }
  }
}

function countLike(shown: readonly Problem[], problem: Problem | undefined): number {
  if (!problem) return shown.length
  const { code, message } = problem
  return shown.filter((one) => one.code === code && one.message === message).length
}
