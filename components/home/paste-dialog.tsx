'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextArea } from '@/components/ui/text-area'

export interface PasteDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onPaste: (text: string) => void
}

/** A place to paste YAML into, for those without the shortcut. */
export function PasteDialog({ open, onOpenChange, onPaste }: PasteDialogProps) {
  const [text, setText] = useState('')
  function submit() {
    onOpenChange(false)
    onPaste(text)
    setText('')
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Paste YAML"
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" disabled={text.trim() === ''} onClick={submit}>
            Open
          </Button>
        </>
      }
    >
      <TextArea
        label="The text of a promise.yaml"
        value={text}
        onChange={setText}
        mono
        rows={12}
        reserve={0}
        wrap="off"
        autoFocus
      />
    </Dialog>
  )
}
