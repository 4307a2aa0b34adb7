'use client'

import { useState } from 'react'
import { dropOptions } from '@/components/home/drop-options'
import { OpeningDialog } from '@/components/home/lazy-opening-dialog'
import { reasonOf, useOpening } from '@/components/home/use-opening'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { type Picked, pickedFromDrop } from '@/components/ui/picked-files'
import { useToast } from '@/components/ui/toast'
import { useFileDrag } from '@/components/ui/use-file-drag'
import { useDesignerStore } from './use-designer'

/** Files dropped anywhere on the window: more dependencies of this Promise, or another draft. */
export function DropZone() {
  const store = useDesignerStore()
  const toast = useToast()
  const opening = useOpening()
  const [dropped, setDropped] = useState<Picked>()
  const over = useFileDrag((transfer) => {
    pickedFromDrop(transfer, dropOptions).then(
      (picked) => setDropped(picked.files.length > 0 ? picked : undefined),
      (error: unknown) => toast({ text: reasonOf(error) }),
    )
  })
  const files = dropped?.files ?? []
  const yaml = files.filter(({ path }) => /\.(ya?ml|json)$/i.test(path))

  async function add() {
    setDropped(undefined)
    try {
      const { addPicked } = await import('./add-picked')
      await addPicked(store.getState(), yaml)
      store.getState().goTo('dependencies')
    } catch (error) {
      toast({ text: reasonOf(error) })
    }
  }
  return (
    <>
      {over ? (
        <div
          aria-hidden
          className="pointer-events-none fixed inset-2 z-40 grid place-items-center rounded-xl border-2 border-accent border-dashed bg-overlay"
        >
          <p className="rounded-lg bg-raised px-4 py-2 font-medium shadow-float">
            Drop to add dependencies or to open a draft
          </p>
        </div>
      ) : null}
      <Dialog
        size="sm"
        open={dropped !== undefined}
        onOpenChange={(open) => {
          if (!open) setDropped(undefined)
        }}
        title={files.length === 1 ? (files[0]?.path ?? '') : `${files.length} files`}
        description={
          files.length === 1
            ? 'Add it to the dependencies of this Promise, or open it as a draft of its own?'
            : 'Add them to the dependencies of this Promise, or open them as a draft of their own?'
        }
        footer={
          <>
            <Button
              onClick={() => {
                setDropped(undefined)
                if (dropped) opening.open(dropped)
              }}
            >
              Open as a new draft
            </Button>
            <Button variant="primary" disabled={yaml.length === 0} onClick={() => void add()}>
              Add as dependencies
            </Button>
          </>
        }
      />
      <OpeningDialog {...opening} />
    </>
  )
}
