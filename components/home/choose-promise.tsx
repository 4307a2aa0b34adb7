'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { RadioList } from '@/components/ui/radio-list'
import type { PromiseChoice } from '@/lib/importers'

export interface ChoosePromiseProps {
  /** Absent: nothing is to be chosen. */
  readonly choices: readonly PromiseChoice[] | undefined
  readonly onChoose: (promise: string) => void
  readonly onCancel: () => void
}

/** Which of several Promises to design. The first is suggested. */
export function ChoosePromise({ choices, onChoose, onCancel }: ChoosePromiseProps) {
  const [chosen, setChosen] = useState<string>()
  const [first] = choices ?? []
  // What was chosen of an earlier input is no choice of this one.
  const value = choices?.find(({ id }) => id === chosen)?.id ?? first?.id ?? ''
  return (
    <Dialog
      open={choices !== undefined}
      onOpenChange={(open) => {
        if (!open) onCancel()
      }}
      title={`Which of these ${choices?.length ?? ''} Promises?`}
      description="One draft holds one Promise. Open the others as drafts of their own."
      footer={
        <>
          <Button onClick={onCancel}>Cancel</Button>
          <Button variant="primary" onClick={() => onChoose(value)}>
            Open
          </Button>
        </>
      }
    >
      <RadioList
        label="Promises"
        value={value}
        onChange={setChosen}
        options={(choices ?? []).map(({ id, name, path, document, reason }) => ({
          value: id,
          label: name || 'Promise without a name',
          detail: document === undefined ? path : `document ${document} of ${path}`,
          hint: reason === undefined ? undefined : `Suggested: ${reason}`,
        }))}
      />
    </Dialog>
  )
}
