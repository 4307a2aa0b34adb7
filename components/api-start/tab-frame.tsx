'use client'

import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import type { TakeMode } from '@/lib/commands/take-properties'

const MODES = [
  { value: 'add', label: 'Add to the properties' },
  { value: 'replace', label: 'Replace them' },
] as const

export interface TabFrameProps {
  /** Where it comes from, at the left. */
  readonly source: React.ReactNode
  /** What it becomes, at the right. */
  readonly preview: React.ReactNode
  readonly mode: TakeMode
  /** Absent while there is no API whose properties could be kept. */
  readonly onMode: ((mode: TakeMode) => void) | undefined
  readonly disabled: boolean
  readonly onAdd: () => void
  readonly action?: string
}

/** Source and preview side by side, with the one action below; one above the other when narrow. */
export function TabFrame(props: TabFrameProps): React.ReactElement {
  const { source, preview, mode, onMode, disabled, onAdd, action } = props
  return (
    <div className="flex h-[min(620px,calc(100dvh-150px))] flex-col gap-3 max-pane:h-auto">
      <div className="grid min-h-0 flex-1 grid-cols-2 gap-4 max-pane:grid-cols-1">
        <div className="flex min-h-0 min-w-0 flex-col gap-1.5 overflow-auto p-0.5">{source}</div>
        <div className="flex min-h-0 min-w-0 flex-col max-pane:h-96">{preview}</div>
      </div>
      <div className="flex flex-wrap items-center justify-end gap-2 pb-2">
        {onMode ? (
          <Segmented
            label="What becomes of the properties that the API has"
            options={MODES}
            value={mode}
            onChange={onMode}
          />
        ) : null}
        <span className="flex-1" />
        <Button variant="primary" disabled={disabled} onClick={onAdd}>
          {action ?? (mode === 'add' ? 'Add' : 'Replace')}
        </Button>
      </div>
    </div>
  )
}
