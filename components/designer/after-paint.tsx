'use client'

import { type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { createStore } from 'zustand/vanilla'
import type { DesignerState, DesignerStore } from '@/lib/store/designer'
import { ShownContext, useDesignerStore } from './use-designer'

/**
 * What is below shows the design one frame later: what is typed into a form is painted first. What
 * it does is done to the design as it is; only what it shows is late.
 */
export function AfterPaint({ children }: { readonly children: ReactNode }): React.ReactElement {
  const store = useDesignerStore()
  const [shown] = useState(() => createStore<DesignerState>()(() => store.getState()))
  useFollowing(shown, store)
  return <ShownContext value={shown}>{children}</ShownContext>
}

/** What is below shows the design as it is also where all around it is late. */
export function AtOnce({ children }: { readonly children: ReactNode }): React.ReactElement {
  return <ShownContext value={undefined}>{children}</ShownContext>
}

/** Brings what is below {@link AfterPaint} up to date at once, for who cannot wait for the frame. */
export function useCatchUp(): () => void {
  const store = useDesignerStore()
  const shown = useContext(ShownContext)
  return useCallback(() => {
    const now = store.getState()
    if (shown && shown.getState() !== now) flushSync(() => shown.setState(now, true))
  }, [store, shown])
}

function useFollowing(shown: DesignerStore, store: DesignerStore): void {
  const follow = useCallback(() => shown.setState(store.getState(), true), [shown, store])
  useEffect(() => {
    let cancel: (() => void) | undefined
    const stop = store.subscribe(() => {
      cancel ??= afterPaint(() => {
        cancel = undefined
        follow()
      })
    })
    follow() // what changed between the first render and here
    return () => {
      stop()
      cancel?.()
    }
  }, [store, follow])
}

/** A page that is not painted, since it is hidden, does not wait for longer than this (milliseconds). */
const HIDDEN = 100

/** Runs `task` once, after the next paint; gives what calls it off. */
function afterPaint(task: () => void): () => void {
  let next: ReturnType<typeof setTimeout> | undefined
  const cancel = (): void => {
    cancelAnimationFrame(frame)
    clearTimeout(late)
    clearTimeout(next)
  }
  const run = (): void => {
    cancel()
    task()
  }
  const late = setTimeout(run, HIDDEN)
  const frame = requestAnimationFrame(() => {
    clearTimeout(late)
    next = setTimeout(run, 0)
  })
  return cancel
}
