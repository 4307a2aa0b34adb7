'use client'

import { type RefObject, useEffect } from 'react'
import { PROMISE_FILE } from '@/lib/promise/files'
import { keyOf } from './outline-tree'
import { useDesigner, useDesignerStore } from './use-designer'

/**
 * Brings the control of the selected place into view, when the selection came from elsewhere than
 * the form. A problem or a link also moves the focus there; undo and the editor keep theirs.
 */
export function usePlaceFocus(form: RefObject<HTMLElement | null>): void {
  const store = useDesignerStore()
  const selections = useDesigner((state) => state.selections)

  useEffect(() => {
    const { place, placeFrom } = store.getState()
    if (selections === 0 || placeFrom === 'form' || place.file !== PROMISE_FILE) return
    for (let length = place.path.length; length > 0; length--) {
      const key = CSS.escape(keyOf(place.path.slice(0, length)))
      const control = form.current?.querySelector<HTMLElement>(`[data-place="${key}"]`)
      if (!control) continue
      control.scrollIntoView({ block: 'nearest' })
      if (placeFrom === 'problem' || placeFrom === 'link') control.focus({ preventScroll: true })
      return
    }
  }, [selections, form, store])
}
