'use client'

import { Redo2, Undo2 } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { useDesigner, useDesignerStore } from './use-designer'

/** Undo and redo. Without anything to undo they stay in the tab order and say so. */
export function HistoryButtons() {
  const store = useDesignerStore()
  const undoLabel = useDesigner((state) => state.undoLabel)
  const redoLabel = useDesigner((state) => state.redoLabel)
  return (
    <div className="flex">
      <IconButton
        label="Undo"
        aria-disabled={undoLabel === undefined}
        tooltip={undoLabel === undefined ? 'Nothing to undo' : `Undo: ${undoLabel}`}
        icon={<Undo2 size={16} />}
        onClick={() => store.getState().undo()}
      />
      <IconButton
        label="Redo"
        aria-disabled={redoLabel === undefined}
        tooltip={redoLabel === undefined ? 'Nothing to redo' : `Redo: ${redoLabel}`}
        icon={<Redo2 size={16} />}
        onClick={() => store.getState().redo()}
      />
    </div>
  )
}
