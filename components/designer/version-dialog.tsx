'use client'

import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import { setPromiseVersion } from '@/lib/commands/set-promise-version'
import { checkPromiseVersion } from '@/lib/promise/names'
import { useDesigner, useDesignerStore } from './use-designer'

export interface VersionDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Any version: the label and every image that follows it, in one step. */
export function VersionDialog({ open, onOpenChange }: VersionDialogProps) {
  const store = useDesignerStore()
  const version = useDesigner((state) => state.reading.view.version)
  const [text, setText] = useState(version)
  useEffect(() => {
    if (open) setText(version)
  }, [open, version])
  const fault = checkPromiseVersion(text)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (fault) return
    onOpenChange(false)
    store.getState().run(setPromiseVersion(text))
  }
  return (
    <Dialog
      size="sm"
      open={open}
      onOpenChange={onOpenChange}
      title="Set the version"
      description="The label kratix.io/promise-version and the tags of all images that follow it change together."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            form="version-form"
            disabled={fault !== undefined}
          >
            Set version
          </Button>
        </>
      }
    >
      <form id="version-form" onSubmit={submit}>
        <TextField label="Version" mono value={text} onChange={setText} error={fault} reserve={2} />
      </form>
    </Dialog>
  )
}
