'use client'

import { type ReactNode, useRef } from 'react'
import { Button, type ButtonProps } from './button'
import { type Picked, pickedFromInput } from './picked-files'

export interface FileButtonProps extends Pick<ButtonProps, 'variant' | 'size' | 'icon'> {
  readonly children: ReactNode
  /** Asks for a folder instead of files. */
  readonly folder?: boolean
  /** As in `<input accept>`. */
  readonly accept?: string
  readonly disabled?: boolean
  readonly onPick: (files: Picked) => void
}

/** A button that opens the browser's own dialog for files or for a folder. */
export function FileButton({ folder, accept, disabled, onPick, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...button} disabled={disabled} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        multiple={!folder}
        accept={accept}
        {...(folder ? { webkitdirectory: '' } : {})}
        onChange={(event) => {
          const files = pickedFromInput(event.target.files)
          event.target.value = '' // choosing the same file again must be seen
          if (files.length > 0) onPick({ files, skippedFolders: [] })
        }}
      />
    </>
  )
}
