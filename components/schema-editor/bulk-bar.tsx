'use client'

import { Copy, FolderInput, Trash2, X } from 'lucide-react'
import type { ReactElement } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { NO_MARKS } from './marks'
import type { PropertyActions } from './use-property-actions'
import type { PropertyClipboard } from './use-property-clipboard'
import type { PropertyRows } from './use-property-rows'

export interface BulkBarProps {
  readonly list: PropertyRows
  readonly actions: PropertyActions
  readonly clipboard: PropertyClipboard
  readonly disabled: boolean
  readonly onMove: () => void
}

const icon = { size: 13, 'aria-hidden': true } as const

/** What can be done with the marked properties: in the place of the toolbar, so that nothing jumps. */
export function BulkBar({
  list,
  actions,
  clipboard,
  disabled,
  onMove,
}: BulkBarProps): ReactElement {
  const { marked, setMarks, setFocus } = list
  const clear = (): void => {
    setMarks(NO_MARKS)
    const [first] = marked
    if (first) setFocus(first.property.path)
  }
  return (
    <div
      role="toolbar"
      aria-label="Marked properties"
      className="sticky top-0 z-20 flex min-h-[38px] flex-wrap items-center gap-1.5 rounded-lg border border-accent-line bg-accent-bg px-2 py-1"
    >
      <span className="mr-auto whitespace-nowrap px-1 font-medium text-accent-text">
        {marked.length} marked
      </span>
      <Button size="sm" disabled={disabled} onClick={() => actions.requireAll(marked, true)}>
        Required
      </Button>
      <Button size="sm" disabled={disabled} onClick={() => actions.requireAll(marked, false)}>
        Optional
      </Button>
      <Button size="sm" disabled={disabled} icon={<FolderInput {...icon} />} onClick={onMove}>
        Move into…
      </Button>
      <Button size="sm" icon={<Copy {...icon} />} onClick={() => clipboard.copy(marked)}>
        Copy
      </Button>
      <Button
        size="sm"
        variant="danger"
        disabled={disabled}
        icon={<Trash2 {...icon} />}
        onClick={() => actions.remove(marked)}
      >
        Remove
      </Button>
      <IconButton size="sm" label="Unmark all" icon={<X {...icon} />} onClick={clear} />
    </div>
  )
}
