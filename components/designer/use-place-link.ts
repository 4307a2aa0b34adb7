'use client'

import { useEffect } from 'react'
import { hashOf, placeOf } from './place-hash'
import { useDesignerStore } from './use-designer'

/** Keeps the selected place in the address bar, and goes where a link points. */
export function usePlaceLink(): void {
  const store = useDesignerStore()
  useEffect(() => {
    const follow = () => {
      const place = placeOf(window.location.hash)
      if (place) store.getState().select(place, 'link')
    }
    follow()
    window.addEventListener('hashchange', follow)
    const stop = store.subscribe((state, before) => {
      if (state.place === before.place) return
      const { pathname, search } = window.location
      // Replaced, not pushed: the back button leaves the design, undo goes back in it.
      window.history.replaceState(null, '', `${pathname}${search}#${hashOf(state.place)}`)
    })
    return () => {
      stop()
      window.removeEventListener('hashchange', follow)
    }
  }, [store])
}
