'use client'

import { useCallback, useMemo, useState } from 'react'
import { type PanelImperativeHandle, usePanelCallbackRef } from 'react-resizable-panels'
import type { Pane } from './use-shell'

export interface Panes {
  readonly isOpen: (pane: Pane) => boolean
  readonly toggle: (pane: Pane) => void
  readonly show: (pane: Pane) => void
  readonly close: (pane: Pane) => void
  readonly refs: Readonly<Record<Pane, (handle: PanelImperativeHandle | null) => void>>
  /** Tells the state of a pane that the user dragged open or shut. */
  readonly resized: (pane: Pane) => () => void
}

/** Which panes are open. On a wide window they are panels, else drawers and a foldable list. */
export function usePanes(wide: boolean): Panes {
  const [outline, outlineRef] = usePanelCallbackRef()
  const [files, filesRef] = usePanelCallbackRef()
  const [problems, problemsRef] = usePanelCallbackRef()
  const [collapsed, setCollapsed] = useState<Record<Pane, boolean>>({
    outline: false,
    files: false,
    problems: false,
  })
  const [drawer, setDrawer] = useState<Pane>()

  const panel = useCallback(
    (pane: Pane) => ({ outline, files, problems })[pane],
    [outline, files, problems],
  )
  const isOpen = useCallback(
    (pane: Pane) => (wide ? !collapsed[pane] : drawer === pane),
    [wide, collapsed, drawer],
  )
  const set = useCallback(
    (pane: Pane, open: boolean) => {
      if (!wide) setDrawer(open ? pane : undefined)
      else if (open) panel(pane)?.expand()
      else panel(pane)?.collapse()
    },
    [wide, panel],
  )
  const resized = useCallback(
    (pane: Pane) => () => {
      const now = panel(pane)?.isCollapsed() ?? false
      setCollapsed((all) => (all[pane] === now ? all : { ...all, [pane]: now }))
    },
    [panel],
  )

  return useMemo(
    () => ({
      isOpen,
      toggle: (pane) => set(pane, !isOpen(pane)),
      show: (pane) => set(pane, true),
      close: (pane) => set(pane, false),
      refs: { outline: outlineRef, files: filesRef, problems: problemsRef },
      resized,
    }),
    [isOpen, set, outlineRef, filesRef, problemsRef, resized],
  )
}
