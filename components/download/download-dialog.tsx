'use client'

import { Check, Copy, Download } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { CodeEditor } from '@/components/code-editor'
import { UnreadableBanner } from '@/components/designer/unreadable-banner'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { useKeptStatesStore } from '@/components/designer/use-kept-states'
import { FileTree } from '@/components/file-tree/file-tree'
import { languageOf } from '@/components/file-tree/language-of'
import { OriginBadge } from '@/components/file-tree/origin-badge'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { saveFile } from '@/components/ui/save-file'
import type { Build } from '@/lib/build/types'
import { unreadableIn } from '@/lib/build/unreadable'
import { bundleName } from '@/lib/bundle/bundle-name'
import { promiseFiles } from '@/lib/layout/places'
import { type Files, PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { INSTALL_FILE } from '@/lib/scaffolds/repository/context'
import { nextCommands } from './next-commands'
import { OptionalFiles } from './optional-files'
import { useZip } from './use-zip'

export interface DownloadDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** A look inside the repository, byte for byte what the zip holds, then the zip itself. */
export function DownloadDialog({ open, onOpenChange }: DownloadDialogProps): React.ReactElement {
  const store = useDesignerStore()
  const states = useKeptStatesStore()
  const name = useDesigner((state) => state.reading.view.name)
  const problems = useDesigner((state) => state.problems)
  const files = useDesigner((state) => (open ? state.files : undefined))
  const [made, setMade] = useState<{ readonly files: Files; readonly build: Build }>()
  const [selected, setSelected] = useState<string>(PROMISE_FILE)
  const [downloaded, setDownloaded] = useState(false)
  const [notKept, setNotKept] = useState<string>()
  const root = bundleName(name)
  // While what was just chosen is built, the files of before stay in sight, but are not given.
  const build = made?.build
  const unreadable = build && unreadableIn(build)
  const zip = useZip(open && !unreadable ? build : undefined, root)
  const bytes = made?.files === files ? zip.bytes : undefined

  useEffect(() => {
    if (!open) return
    const { files } = store.getState()
    setSelected(promiseFiles(files).find((path) => files.has(path)) ?? PROMISE_FILE)
  }, [open, store])

  // Anew also when another optional file is chosen.
  useEffect(() => {
    if (!files) return
    let stale = false
    setDownloaded(false)
    setNotKept(undefined)
    void store
      .getState()
      .buildNow()
      .then((build) => stale || setMade({ files, build }))
    return () => {
      stale = true
    }
  }, [files, store])

  const errors = problems.filter((problem) => problem.severity === 'error').length
  // What is selected may be a file that was chosen, and is no longer.
  const shown = build && !build.files.has(selected) ? PROMISE_FILE : selected
  const file = build?.files.get(shown)
  const size = useMemo(
    () => [...(build?.files.values() ?? [])].reduce((sum, one) => sum + one.content.size, 0),
    [build],
  )

  /** What was downloaded is kept, to compare with and to go back to. */
  const keep = async (): Promise<void> => {
    if (!made) return
    try {
      await states.getState().keep('download', `${root}.zip`, {
        authored: made.files,
        built: made.build.files,
      })
    } catch (error) {
      setNotKept(error instanceof Error ? error.message : String(error))
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title={downloaded ? `${root}.zip is on its way` : 'Look inside, then download'}
      description={
        unreadable
          ? 'The repository cannot be made now.'
          : build
            ? `${build.files.size} files, ${readableSize(size)}. This is byte for byte what the zip holds.`
            : 'Building the repository…'
      }
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{downloaded ? 'Done' : 'Cancel'}</Button>
          <Button
            variant="primary"
            icon={<Download size={14} aria-hidden />}
            disabled={!bytes}
            onClick={() => {
              if (!bytes) return
              saveFile(bytes, `${root}.zip`, 'application/zip')
              setDownloaded(true)
              void keep()
            }}
          >
            {bytes
              ? `Download ${root}.zip (${readableSize(bytes.length)})`
              : unreadable
                ? 'Download'
                : `Packing ${Math.round(zip.progress * 100)} %`}
          </Button>
        </>
      }
    >
      {unreadable ? (
        <UnreadableBanner fault={unreadable} onGo={() => onOpenChange(false)} />
      ) : errors > 0 ? (
        <Banner tone="warning" className="mb-2">
          {errors === 1 ? 'There is 1 error' : `There are ${errors} errors`} in the problem list:
          the repository will not work as it is.
        </Banner>
      ) : null}
      {notKept ? (
        <Banner tone="warning" className="mb-2">
          The download is complete, but it could not be kept here to compare with: {notKept}
        </Banner>
      ) : null}
      {build && !unreadable && build.files.has(SETTINGS_FILE) ? (
        <OptionalFiles
          root={root}
          promiseFile={build.files.has(INSTALL_FILE) ? INSTALL_FILE : PROMISE_FILE}
          build={build}
          onGo={() => onOpenChange(false)}
        />
      ) : null}
      {downloaded && build ? <NextSteps commands={nextCommands(build, root)} /> : null}
      <div className="grid min-h-0 grid-cols-[minmax(0,2fr)_minmax(0,3fr)] overflow-hidden rounded-lg border border-line max-pane:grid-cols-1">
        <div className="h-[min(440px,50dvh)] overflow-auto border-line border-r bg-panel max-pane:h-48 max-pane:border-r-0 max-pane:border-b">
          {build ? (
            <FileTree
              label="Files in the zip"
              files={build.files}
              selected={shown}
              onSelect={setSelected}
            />
          ) : null}
        </div>
        <div className="flex h-[min(440px,50dvh)] flex-col bg-code max-pane:h-64">
          <div className="flex h-8 shrink-0 items-center gap-2 border-line border-b px-3">
            <span className="min-w-0 flex-1 truncate font-mono text-sm">{shown}</span>
            {file?.executable ? <span className="text-faint text-sm">executable</span> : null}
            {file ? <OriginBadge origin={file.origin} /> : null}
          </div>
          <div className="min-h-0 flex-1">
            {file?.content.text != null ? (
              <CodeEditor
                path={shown}
                text={file.content.text}
                language={languageOf(shown)}
                label={`Content of ${shown}`}
                readOnly
              />
            ) : file ? (
              <p className="p-3 text-dim">Not text; {readableSize(file.content.size)}.</p>
            ) : null}
          </div>
        </div>
      </div>
    </Dialog>
  )
}

function NextSteps({ commands }: { readonly commands: string }): React.ReactElement {
  const [copied, setCopied] = useState(false)
  return (
    <div className="mb-2 rounded-lg border border-line bg-panel p-3">
      <p className="mb-1.5">Next, where you have docker, kind and kubectl (README.md says more):</p>
      <div className="flex items-start gap-2">
        <pre className="min-w-0 flex-1 whitespace-pre-wrap break-words">{commands}</pre>
        <Button
          size="sm"
          icon={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
          onClick={() => navigator.clipboard.writeText(commands).then(() => setCopied(true))}
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </div>
    </div>
  )
}

function readableSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(bytes < 10_000 ? 1 : 0)} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
