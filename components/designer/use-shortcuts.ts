'use client'

import { useEffect } from 'react'
import { useToast } from '@/components/ui/toast'
import { useDesignerStore } from './use-designer'
import type { Shell } from './use-shell'

/** The keys that work wherever the focus is. The code editor forwards undo and redo on its own. */
export function useShortcuts(shell: Shell): void {
  const store = useDesignerStore()
  const toast = useToast()

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      if (key === 'k' && !event.shiftKey) {
        event.preventDefault()
        event.stopPropagation() // in the editor this would start a chord
        shell.openPalette()
      } else if (key === 'g' && event.shiftKey) {
        event.preventDefault()
        event.stopPropagation()
        shell.openChanges()
      } else if (key === 's' && !event.shiftKey) {
        event.preventDefault()
        store
          .getState()
          .flush()
          .then(() => {
            const { save } = store.getState()
            toast({
              text: save.state === 'failed' ? `Not saved: ${save.reason}` : 'Saved in this browser',
            })
          })
      } else if (key === 'z' || (key === 'y' && !event.shiftKey)) {
        const at = event.target instanceof Element ? event.target : null
        // In a dialog the field's own undo is meant: its text is not part of the design yet.
        if (at?.closest('.monaco-editor, [role=dialog]')) return
        event.preventDefault()
        if (key === 'z' && !event.shiftKey) store.getState().undo()
        else store.getState().redo()
      }
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [shell, store, toast])
}
