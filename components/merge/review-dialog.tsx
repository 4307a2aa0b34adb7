'use client'

import { useEffect, useRef, useState } from 'react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { useMedia, WIDE } from '@/components/designer/use-media'
import { useUndoToast } from '@/components/designer/use-undo-toast'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { keepMine } from '@/lib/commands/keep-mine'
import { mergeGenerated } from '@/lib/commands/merge-generated'
import { resolveMerge } from '@/lib/commands/resolve-merge'
import { revertToGenerated } from '@/lib/commands/revert-to-generated'
import type { Command } from '@/lib/promise/command'
import { UpdateList } from './update-list'
import { UpdateView } from './update-view'
import { useUpdates } from './use-updates'

export interface ReviewDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** The file to begin with. */
  readonly path: string | undefined
}

/**
 * Every edited file whose generated version has moved on: what fits together is merged at once,
 * conflicts are decided line by line. Each decision is one undo step.
 */
export function ReviewDialog({ open, onOpenChange, path }: ReviewDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title="Review updates"
      description="What is generated for these files has changed since you edited them. Every step can be undone."
    >
      {open ? <Review path={path} onClose={() => onOpenChange(false)} /> : null}
    </Dialog>
  )
}

interface ReviewProps {
  readonly path: string | undefined
  readonly onClose: () => void
}

function Review({ path, onClose }: ReviewProps) {
  const store = useDesignerStore()
  const tell = useUndoToast()
  const wide = useMedia(WIDE)
  const { all, clean, change } = useUpdates()
  const [selected, setSelected] = useState(path)
  const current = all.find(({ update }) => update.path === selected) ?? all[0]
  const box = useRef<HTMLDivElement>(null)
  /** Set by an action: the row or button that it was done with is gone. */
  const [acted, setActed] = useState(0)

  useEffect(() => {
    // What the dialog lists must be of the files as they are, not of a pause ago.
    void store.getState().buildNow()
  }, [store])
  useEffect(() => {
    if (acted === 0) return
    const next = box.current?.querySelector<HTMLElement>('[aria-current=true], [data-done]')
    next?.focus()
  }, [acted])

  const act = (command: Command, said: string): void => {
    if (!store.getState().run(command)) return
    setActed((count) => count + 1)
    tell(said)
  }

  if (!current) {
    return (
      <div ref={box} className="flex flex-col items-center gap-3 px-6 py-10 text-center">
        <p className="text-dim">Every edited file is up to date with what is generated for it.</p>
        <Button data-done variant="primary" onClick={onClose}>
          Done
        </Button>
      </div>
    )
  }
  const { update, resolution, open, text } = current
  const name = update.path.slice(update.path.lastIndexOf('/') + 1)
  return (
    <div ref={box} className="flex flex-col gap-2.5 pb-3">
      <div className="grid grid-cols-[minmax(0,240px)_minmax(0,1fr)] overflow-hidden rounded-lg border border-line max-pane:grid-cols-1">
        <div className="flex h-[min(560px,64dvh)] flex-col border-line border-r bg-panel max-pane:h-auto max-pane:max-h-28 max-pane:border-r-0 max-pane:border-b">
          <div className="min-h-0 flex-1 overflow-y-auto">
            <UpdateList updates={all} selected={update.path} onSelect={setSelected} />
          </div>
        </div>
        <div className="h-[min(560px,64dvh)] min-w-0 max-pane:h-[44dvh]">
          <UpdateView
            key={update.path}
            pending={current}
            inline={!wide}
            onChange={(next) => change(update.path, next)}
          />
        </div>
      </div>
      <div className="flex flex-wrap items-center justify-end gap-2">
        {clean.length > 0 ? (
          <Button
            onClick={() =>
              act(
                mergeGenerated(clean),
                clean.length === 1 ? 'One file is merged.' : `${clean.length} files are merged.`,
              )
            }
          >
            {clean.length === 1 ? 'Merge what fits' : `Merge all ${clean.length} that fit`}
          </Button>
        ) : null}
        <span className="flex-1" />
        <Button onClick={() => act(keepMine(update), `${name} stays as it is.`)}>Keep mine</Button>
        <Button onClick={() => act(revertToGenerated(update.path), `${name} is generated again.`)}>
          Take new
        </Button>
        {resolution ? (
          <Button
            variant="primary"
            aria-disabled={open > 0}
            title={open > 0 ? 'Decide each conflict first, or edit the result.' : undefined}
            onClick={() => {
              if (open === 0) act(resolveMerge(update, text), `${name} is merged.`)
              else box.current?.querySelector<HTMLElement>('[data-open] [role=radio]')?.focus()
            }}
          >
            {open === 0 ? 'Use this result' : `Use this result (${open} to decide)`}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
