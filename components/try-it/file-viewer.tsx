'use client'

import { CodeEditor } from '@/components/code-editor'
import { languageOf } from '@/components/file-tree/language-of'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { bytes } from './run-words'

/** A file of a run, as the viewer shows it. */
export interface ShownFile {
  readonly title: string
  readonly path: string
  readonly text: string | undefined
  readonly size: number
}

export interface FileViewerProps {
  readonly file: ShownFile | undefined
  readonly onClose: () => void
}

/** A file that a run has read or written, in full. */
export function FileViewer({ file, onClose }: FileViewerProps): React.ReactElement {
  return (
    <Dialog
      size="lg"
      open={file !== undefined}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={file?.title ?? ''}
      description={file ? bytes(file.size) : undefined}
      footer={
        file?.text === undefined ? undefined : <CopyButton text={file.text} what="the file" />
      }
    >
      {file?.text === undefined ? (
        <p className="text-dim">This file is not text.</p>
      ) : (
        <div className="h-[60dvh] overflow-hidden rounded-lg border border-line bg-code">
          <CodeEditor
            path={`try-it/${file.path}`}
            text={file.text}
            language={languageOf(file.path)}
            label={`Text of ${file.title}`}
            readOnly
          />
        </div>
      )}
    </Dialog>
  )
}
