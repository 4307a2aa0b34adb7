'use client'

import { type RefObject, useEffect } from 'react'
import { PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import type { Path } from '@/lib/promise/path'
import { keyOf } from './outline-tree'
import { useDesigner, useDesignerStore } from './use-designer'

/** How long a form may take to come, in milliseconds. */
const PATIENCE = 1_000

/**
 * Brings the control of the selected place into view, when the selection came from elsewhere than
 * the form. A problem or a link also moves the focus there; undo and the editor keep theirs.
 */
export function usePlaceFocus(form: RefObject<HTMLElement | null>): void {
  const store = useDesignerStore()
  const selections = useDesigner((state) => state.selections)

  useEffect(() => {
    const { place, placeFrom } = store.getState()
    const root = form.current
    if (!root || selections === 0 || placeFrom === 'form') return
    // No place in the settings is called as one of the Promise.
    if (place.file !== PROMISE_FILE && place.file !== SETTINGS_FILE) return
    const bring = (): boolean => {
      const control = controlOf(root, place.path)
      control?.scrollIntoView({ block: 'nearest' })
      if (placeFrom === 'problem' || placeFrom === 'link') control?.focus({ preventScroll: true })
      return control !== undefined
    }
    if (bring()) return
    // The form of another section is only just coming.
    const observer = new MutationObserver(() => {
      if (bring()) observer.disconnect()
    })
    observer.observe(root, { childList: true, subtree: true })
    const end = setTimeout(() => observer.disconnect(), PATIENCE)
    return () => {
      clearTimeout(end)
      observer.disconnect()
    }
  }, [selections, form, store])
}

/** The control of `path`, else that of the nearest place above it. */
function controlOf(root: HTMLElement, path: Path): HTMLElement | undefined {
  for (let length = path.length; length > 0; length--) {
    const key = CSS.escape(keyOf(path.slice(0, length)))
    const control = root.querySelector<HTMLElement>(`[data-place="${key}"]`)
    if (control) return control
  }
  return undefined
}
