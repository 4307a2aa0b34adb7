'use client'

import clsx from 'clsx'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FileButton } from '@/components/ui/file-button'
import { carriesFiles, type Picked, pickedFromDrop } from '@/components/ui/picked-files'
import { TextArea } from '@/components/ui/text-area'
import { isSkippedFolder, LIMITS } from '@/lib/importers'

export interface AddManifestsProps {
  readonly disabled: boolean
  readonly empty: boolean
  readonly onAdd: (files: Promise<Picked>) => void
  readonly onPaste: (text: string) => void
}

/** Where manifests come in: dropped, chosen, or pasted. */
export function AddManifests({
  disabled,
  empty,
  onAdd,
  onPaste,
}: AddManifestsProps): React.ReactElement {
  const [over, setOver] = useState(false)
  const [pasting, setPasting] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a target for the pointer; the buttons do the same
    <div
      onDragOver={(event) => {
        if (disabled || !carriesFiles(event.dataTransfer)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        if (disabled || !carriesFiles(event.dataTransfer)) return
        event.preventDefault()
        event.stopPropagation() // the window would ask what to do with them
        const options = { skipFolder: isSkippedFolder, maxFiles: LIMITS.files }
        onAdd(pickedFromDrop(event.dataTransfer, options))
      }}
      className={clsx(
        'flex flex-wrap items-center justify-center gap-x-3 gap-y-2 rounded-lg border border-dashed px-4 text-center transition-colors',
        empty ? 'flex-col py-8' : 'py-3',
        over ? 'border-accent bg-accent-bg' : 'border-line2',
      )}
    >
      <p className="max-w-[56ch] text-balance text-dim">
        {empty
          ? 'Manifests that every matching Destination needs before anything can be requested: an operator, its CRDs, its roles. Drop files or a folder here.'
          : 'Drop more files or a folder here.'}
      </p>
      <span className="flex flex-wrap justify-center gap-2">
        <FileButton
          accept=".yaml,.yml,.json"
          disabled={disabled}
          onPick={(files) => onAdd(Promise.resolve(files))}
        >
          Choose files
        </FileButton>
        <FileButton folder disabled={disabled} onPick={(files) => onAdd(Promise.resolve(files))}>
          Choose a folder
        </FileButton>
        <Button disabled={disabled} onClick={() => setPasting(true)}>
          Paste YAML
        </Button>
      </span>
      <PasteManifests open={pasting} onOpenChange={setPasting} onPaste={onPaste} />
    </div>
  )
}

interface PasteManifestsProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onPaste: (text: string) => void
}

function PasteManifests({ open, onOpenChange, onPaste }: PasteManifestsProps): React.ReactElement {
  const [text, setText] = useState('')
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Paste manifests"
      description="One or several documents, with --- between them."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            variant="primary"
            disabled={text.trim() === ''}
            onClick={() => {
              onPaste(text)
              setText('')
              onOpenChange(false)
            }}
          >
            Add
          </Button>
        </>
      }
    >
      <TextArea label="Manifests" mono rows={12} reserve={0} value={text} onChange={setText} />
    </Dialog>
  )
}
