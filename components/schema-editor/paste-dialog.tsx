'use client'

import { type StartTab, useShell } from '@/components/designer/use-shell'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { beginning, pasteWays } from './paste-ways'

/** A text that was pasted as properties, and why it holds none. */
export interface Unusable {
  readonly text: string
  readonly reason: string
}

export interface PasteDialogProps {
  readonly unusable: Unusable | undefined
  readonly onClose: () => void
}

const WORDS: Readonly<Record<StartTab, string>> = {
  lines: 'Edit it as lines',
  sample: 'Take it as a sample',
  schema: 'Read it as JSON Schema',
  crd: 'Read it as a CRD',
}

/** What was found in the clipboard instead of properties, and what can be made of it. */
export function PasteDialog({ unusable, onClose }: PasteDialogProps): React.ReactElement {
  const { openStart } = useShell()
  const ways = unusable ? pasteWays(unusable.text) : []
  return (
    <Dialog
      open={unusable !== undefined}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title="No property in the clipboard"
      description={unusable?.reason}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {ways.toReversed().map((way, i) => (
            <Button
              key={way}
              variant={i === ways.length - 1 ? 'primary' : 'secondary'}
              onClick={() => {
                onClose()
                openStart(way, unusable?.text)
              }}
            >
              {WORDS[way]}
            </Button>
          ))}
        </>
      }
    >
      <p className="text-dim text-sm">It begins like this:</p>
      <pre className="mt-1 max-h-32 overflow-auto whitespace-pre-wrap break-words rounded-lg border border-line bg-panel px-3 py-2 font-mono text-sm">
        {unusable ? beginning(unusable.text) : ''}
      </pre>
    </Dialog>
  )
}
