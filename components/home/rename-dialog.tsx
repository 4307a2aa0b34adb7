'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import type { DraftSummary } from '@/lib/store/drafts'

export interface RenameDialogProps {
  /** `undefined` while closed. */
  readonly draft: DraftSummary | undefined
  readonly onRename: (draft: DraftSummary, title: string) => void
  readonly onClose: () => void
}

/** Gives a draft a name of its own; the Promise keeps its name. */
export function RenameDialog({ draft, onRename, onClose }: RenameDialogProps) {
  const [title, setTitle] = useState('')
  useEffect(() => {
    if (draft) setTitle(draft.title ?? '')
  }, [draft])
  return (
    <Dialog
      size="sm"
      open={draft !== undefined}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title="Rename the draft"
      description="Its name in this list. The Promise itself keeps its name."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="rename-draft">
            Rename
          </Button>
        </>
      }
    >
      <form
        id="rename-draft"
        onSubmit={(event) => {
          event.preventDefault()
          if (draft) onRename(draft, title.trim())
          onClose()
        }}
      >
        <TextField
          label="Name of the draft"
          value={title}
          onChange={setTitle}
          maxLength={200}
          placeholder={draft?.name}
          help={`Empty: the name of the Promise${draft?.name ? `, ${draft.name}` : ''}.`}
        />
      </form>
    </Dialog>
  )
}
