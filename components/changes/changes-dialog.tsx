'use client'

import { useEffect, useState } from 'react'
import { UnreadableBanner } from '@/components/designer/unreadable-banner'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { useKeptStates, useKeptStatesStore } from '@/components/designer/use-kept-states'
import { type ChangesTab, useShell } from '@/components/designer/use-shell'
import { useUndoToast } from '@/components/designer/use-undo-toast'
import { Banner } from '@/components/ui/banner'
import { Dialog } from '@/components/ui/dialog'
import { saveFile } from '@/components/ui/save-file'
import { SelectField } from '@/components/ui/select-field'
import { Tabs } from '@/components/ui/tabs'
import { useToast } from '@/components/ui/toast'
import { unreadableIn } from '@/lib/build/unreadable'
import { bundleName } from '@/lib/bundle/bundle-name'
import { changedZip } from '@/lib/bundle/changed-zip'
import { restoreFiles } from '@/lib/commands/restore-files'
import { patchOf } from '@/lib/patch/unified-patch'
import type { SnapshotSummary } from '@/lib/store/drafts'
import { ExportMenu } from './export-menu'
import { FilesTab } from './files-tab'
import { PatchTab } from './patch-tab'
import { inList, named, plural } from './state-words'
import { StatesTab } from './states-tab'
import { type Comparison, NOTHING, useCompareWith, useComparison } from './use-comparison'

export interface ChangesDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** Where to begin. */
  readonly tab: ChangesTab
}

/** What changed since a state that was kept, and the ways to hand it over or to go back. */
export function ChangesDialog({ open, onOpenChange, tab: firstTab }: ChangesDialogProps) {
  const designer = useDesignerStore()
  const states = useKeptStatesStore()
  const shell = useShell()
  const toast = useToast()
  const tell = useUndoToast()
  const root = bundleName(useDesigner((state) => state.reading.view.name))
  const list = useKeptStates((state) => state.list)
  const [compareWith, setCompareWith] = useCompareWith(open)
  const comparison = useComparison(open ? compareWith : undefined)
  const [tab, setTab] = useState<ChangesTab>(firstTab)
  const [exported, setExported] = useState<Exported>()

  useEffect(() => {
    if (!open) return
    setTab(firstTab)
    setExported(undefined)
    void states.getState().refresh()
    void designer.getState().buildNow()
  }, [open, firstTab, states, designer])

  // A build without the generated files would compare as if they had been deleted.
  const unreadable = useDesigner(({ build }) => unreadableIn(build))
  const ready = unreadable ? undefined : readyOf(comparison)
  const changes = ready?.changes ?? []
  const waiting = unreadable ? null : <Waiting />
  const since = ready?.with ? named(ready.with) : 'an empty folder'

  /** Saves a file of what changed, and keeps this state as one that was downloaded. */
  async function exportAs(name: string, bytes: Uint8Array, type: string, how: Exported) {
    saveFile(bytes, name, type)
    setExported(how)
    const { files: authored, build } = designer.getState()
    try {
      await states.getState().keep('download', name, { authored, built: build.files })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      setExported({ ...how, notKept: reason })
    }
  }

  /** Keeps the design as it is, since undo ends with the tab; gives the reason when it cannot. */
  async function keepNow(name: string): Promise<string | undefined> {
    const { files: authored, buildNow } = designer.getState()
    const { files: built } = await buildNow()
    try {
      await states.getState().keepBefore(name, { authored, built })
      return undefined
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  async function goBack(state: SnapshotSummary) {
    const { authored } = await states.getState().open(state.id)
    const lost = await keepNow(`Before going back to ${named(state)}`)
    onOpenChange(false)
    const changed = designer.getState().run(restoreFiles(authored, `Go back to ${named(state)}`))
    if (!changed && designer.getState().refusal) return // a dialog tells why
    if (!changed) toast({ text: `The design is ${named(state)} already` })
    else if (lost) tell(`This is ${named(state)} again. What was here is in undo alone: ${lost}`)
    else tell(`This is ${named(state)} again`)
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="xl"
      title="Changes"
      description={describe(ready, since)}
    >
      <div className="flex h-[calc(100dvh-132px)] min-h-64 flex-col max-pane:h-[calc(100dvh-156px)]">
        {exported ? <ExportedNote exported={exported} /> : null}
        <div className="mb-1 flex flex-wrap items-end gap-2">
          <SelectField
            label="Compare with"
            reserve={0}
            value={compareWith ?? NOTHING}
            options={[
              ...(list ?? []).map((state) => ({ value: state.id, label: inList(state) })),
              { value: NOTHING, label: 'Nothing: every file is new' },
            ]}
            onChange={(id) => {
              setExported(undefined)
              setCompareWith(id)
            }}
            className="min-w-0 max-w-md flex-1 basis-56"
          />
          <span className="flex-1" />
          <ExportMenu
            disabled={!ready}
            changed={changes.length}
            onWhole={shell.openDownload}
            onFolder={shell.openFolder}
            onChanged={() =>
              void exportAs(`${root}-changes.zip`, changedZip(changes, root), 'application/zip', {
                kind: 'zip',
                name: `${root}-changes.zip`,
                deleted: changes.filter(({ kind }) => kind === 'deleted').length,
              })
            }
            onPatch={() =>
              void exportAs(
                `${root}.patch`,
                new TextEncoder().encode(patchOf(changes)),
                'text/x-diff',
                { kind: 'patch', name: `${root}.patch`, deleted: 0 },
              )
            }
          />
        </div>
        {unreadable ? (
          <UnreadableBanner fault={unreadable} onGo={() => onOpenChange(false)} />
        ) : null}
        {comparison.state === 'failed' ? (
          <Banner tone="error" className="mb-1">
            The state to compare with cannot be read: {comparison.reason}
          </Banner>
        ) : null}
        <Tabs
          label="Changes"
          className="flex min-h-0 flex-1 flex-col"
          contentClassName="min-h-0 flex-1 flex flex-col"
          value={tab}
          onChange={setTab}
          tabs={[
            {
              id: 'files',
              label: ready ? `Files ${changes.length}` : 'Files',
              content: ready ? <FilesTab changes={changes} since={since} /> : waiting,
            },
            {
              id: 'patch',
              label: 'Patch',
              content: ready ? <PatchTab changes={changes} /> : waiting,
            },
            {
              id: 'states',
              label: list ? `Kept states ${list.length}` : 'Kept states',
              content: (
                <StatesTab
                  onCompare={(id) => {
                    setCompareWith(id)
                    setTab('files')
                  }}
                  onGoBack={(state) =>
                    goBack(state).catch((error: unknown) => {
                      const reason = error instanceof Error ? error.message : String(error)
                      toast({ text: `${named(state)} cannot be opened: ${reason}` })
                    })
                  }
                />
              ),
            },
          ]}
        />
      </div>
    </Dialog>
  )
}

interface Exported {
  readonly kind: 'zip' | 'patch'
  readonly name: string
  /** Files to delete by hand after unpacking. */
  readonly deleted: number
  readonly notKept?: string
}

/** What to do with the file that was just saved. */
function ExportedNote({ exported: { kind, name, deleted, notKept } }: { exported: Exported }) {
  return (
    <Banner tone={notKept ? 'warning' : 'info'} className="mb-2">
      <code>{name}</code> is on its way.{' '}
      {kind === 'patch' ? (
        <>
          At the top of the git work tree: <code>git apply {name}</code>; where the Promise is in a
          folder below it, <code>git apply --directory=path/from/the/top {name}</code>, as git
          passes over the files otherwise without a word.
        </>
      ) : (
        <>
          Unpack it over the repository.
          {deleted > 0
            ? ` It names ${plural(deleted, 'file')} to delete in deleted-files.txt beside the folder.`
            : ''}
        </>
      )}
      {notKept ? ` This state could not be kept here: ${notKept}` : ''}
    </Banner>
  )
}

function readyOf(comparison: Comparison) {
  return comparison.state === 'ready' ? comparison : undefined
}

function Waiting() {
  return (
    <p role="status" className="p-4 text-dim">
      Comparing…
    </p>
  )
}

function describe(comparison: ReturnType<typeof readyOf>, since: string): string {
  if (!comparison) return 'What changed since a state that was kept.'
  const { changes } = comparison
  if (!comparison.with) return `${plural(changes.length, 'file')}, compared with an empty folder.`
  if (changes.length === 0) return `Nothing changed since ${since}.`
  return `${plural(changes.length, 'file')} changed since ${since}.`
}
