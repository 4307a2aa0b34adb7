'use client'

import { Folder, FolderOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import { UnreadableBanner } from '@/components/designer/unreadable-banner'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { useShell } from '@/components/designer/use-shell'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { unreadableIn } from '@/lib/build/unreadable'
import { isWork } from '@/lib/folder/write-plan'
import { canWriteFolders } from './browser-folder'
import { FolderPlan } from './folder-plan'
import { FolderResult } from './folder-result'
import { plural } from './state-words'
import { useFolderWriting, type Writing } from './use-folder-writing'

export interface FolderDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Writes the repository straight into a folder, after showing what that would do. */
export function FolderDialog({ open, onOpenChange }: FolderDialogProps) {
  const shell = useShell()
  const designer = useDesignerStore()
  const { writing, remembered, begin, choose, again, write } = useFolderWriting()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const unreadable = useDesigner(({ build }) => unreadableIn(build))
  const able = open && canWriteFolders()

  useEffect(() => {
    if (!open) return
    begin()
    void designer.getState().buildNow()
    setChosen(new Set())
  }, [open, begin, designer])

  const planned = writing.state === 'planned' ? writing : undefined
  const work = planned ? planned.look.items.filter((item) => isWork(item, chosen)).length : 0
  const close = (
    <Button onClick={() => onOpenChange(false)}>
      {writing.state === 'done' ? 'Done' : 'Cancel'}
    </Button>
  )
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size={planned ? 'xl' : 'md'}
      title={titleOf(writing)}
      description={planned ? undefined : 'The files go straight onto your disk; nothing is sent.'}
      footer={
        planned ? (
          <>
            {close}
            <Button onClick={choose}>Another folder…</Button>
            <Button variant="primary" disabled={work === 0} onClick={() => write(planned, chosen)}>
              {work === 0 ? 'Nothing to write' : `Write ${plural(work, 'file')}`}
            </Button>
          </>
        ) : (
          close
        )
      }
    >
      {open && !able ? (
        <Banner
          tone="info"
          actions={
            <Button size="sm" onClick={() => shell.openChanges()}>
              To the changes
            </Button>
          }
        >
          This browser does not let a page write into a folder. Chrome and Edge on a computer do,
          where the page comes over https. Download the zip or the patch instead.
        </Banner>
      ) : writing.state === 'choosing' && unreadable ? (
        <UnreadableBanner fault={unreadable} onGo={() => onOpenChange(false)} />
      ) : writing.state === 'choosing' ? (
        <>
          {writing.fault ? (
            <Banner tone="error" className="mb-2">
              {writing.fault}
            </Banner>
          ) : null}
          <EmptyState
            icon={<FolderOpen size={20} aria-hidden />}
            action={
              <span className="flex flex-wrap justify-center gap-2">
                {remembered ? (
                  <Button variant="primary" icon={<Folder size={14} aria-hidden />} onClick={again}>
                    {remembered.name}
                  </Button>
                ) : null}
                <Button variant={remembered ? 'secondary' : 'primary'} onClick={choose}>
                  Choose a folder…
                </Button>
              </span>
            }
          >
            Choose the folder of the repository. You see what would be written before anything is;
            files that are not part of the design are never touched.
          </EmptyState>
        </>
      ) : writing.state === 'looking' ? (
        <p role="status" className="py-4 text-dim">
          Looking into {writing.name}…
        </p>
      ) : writing.state === 'writing' ? (
        <p role="status" className="py-4 text-dim">
          Writing file {Math.min(writing.done + 1, writing.total)} of {writing.total}…
        </p>
      ) : writing.state === 'done' ? (
        <FolderResult {...writing} />
      ) : (
        <div className="flex h-[calc(100dvh-180px)] min-h-64 flex-col">
          {writing.look.other !== undefined ? (
            <Banner tone="warning" className="mb-2">
              This folder holds another Promise,{' '}
              <code>{writing.look.other || 'without a name'}</code>. Its files are replaced only
              where you tick them.
            </Banner>
          ) : null}
          <FolderPlan items={writing.look.items} chosen={chosen} onChoose={setChosen} />
        </div>
      )}
    </Dialog>
  )
}

function titleOf(writing: Writing): string {
  if (writing.state === 'planned') return `What would be written into ${writing.handle.name}`
  if (writing.state !== 'done') return 'Write into a folder'
  return writing.result.failure ? 'Not everything was written' : `Written into ${writing.name}`
}
