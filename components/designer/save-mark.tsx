'use client'

import { CircleAlert } from 'lucide-react'
import { Tooltip } from '@/components/ui/tooltip'
import { useDesigner, useDesignerStore } from './use-designer'

/** Whether the draft is safe in this browser. A failure says why and can be tried again. */
export function SaveMark() {
  const store = useDesignerStore()
  const save = useDesigner((state) => state.save)
  const watching = useDesigner((state) => state.watching)
  if (save.state === 'failed') {
    return (
      <Tooltip label={`${save.reason} Click to try again.`}>
        <button
          type="button"
          onClick={() => void store.getState().flush()}
          className="flex items-center gap-1 rounded-md px-1 text-red"
        >
          <CircleAlert size={14} aria-hidden />
          <span className="max-sm:sr-only">Not saved</span>
        </button>
      </Tooltip>
    )
  }
  if (watching) return <span className="text-faint max-sm:sr-only">Watching</span>
  return (
    <span className="text-faint max-sm:sr-only">
      {save.state === 'pending' ? 'Saving…' : 'Saved'}
    </span>
  )
}
