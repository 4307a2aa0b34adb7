'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { dropOptions } from '@/components/home/drop-options'
import { reasonOf, useOpening } from '@/components/home/use-opening'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { type PickedFile, pickedFromDrop } from '@/components/ui/picked-files'
import { useToast } from '@/components/ui/toast'
import { useFileDrag } from '@/components/ui/use-file-drag'
import { useDesignerStore } from './use-designer'

const OpeningDialog = dynamic(
  () => import('@/components/home/opening-dialog').then((module) => module.OpeningDialog),
  { ssr: false },
)

/** Files dropped anywhere on the window: more dependencies of this Promise, or another draft. */
export function DropZone() {
  const store = useDesignerStore()
  const toast = useToast()
  const opening = useOpening()
  const [dropped, setDropped] = useState<readonly PickedFile[]>()
  const over = useFileDrag((transfer) => {
    pickedFromDrop(transfer, dropOptions).then(
      (files) => setDropped(files.length > 0 ? files : undefined),
      (error: unknown) => toast({ text: reasonOf(error) }),
    )
  })
  const yaml = dropped?.filter(({ path }) => /\.(ya?ml|json)$/i.test(path)) ?? []

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
        title={dropped?.length === 1 ? (dropped[0]?.path ?? '') : `${dropped?.length ?? 0} files`}
        description={
          dropped?.length === 1
            ? 'Add it to the dependencies of this Promise, or open it as a draft of its own?'
            : 'Add them to the dependencies of this Promise, or open them as a draft of their own?'
        }
        footer={
          <>
            <Button
              onClick={() => {
                const files = dropped ?? []
                setDropped(undefined)
                opening.open(files)
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
