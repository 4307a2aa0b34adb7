'use client'

import { useEffect } from 'react'
import { useDesigner, useDesignerStore } from './use-designer'

/** Saves when the page is hidden, and asks before leaving only while something is not saved. */
export function useLeaving(): void {
  const store = useDesignerStore()
  const unsaved = useDesigner((state) => state.save.state !== 'saved')

  useEffect(() => {
    const flush = () => void store.getState().flush()
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('pagehide', flush)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('pagehide', flush)
    }
  }, [store])

  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => {
      void store.getState().flush() // while the question stands, the save goes on
      event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved, store])
}
