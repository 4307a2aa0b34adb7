'use client'

import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useDesigner, useDesignerStore } from './use-designer'

/** A command that cannot be done as asked: why, and what can be done instead. */
export function RefusalDialog() {
  const store = useDesignerStore()
  const refusal = useDesigner((state) => state.refusal)
  const dismiss = () => store.getState().dismissRefusal()
  return (
    <Dialog
      size="sm"
      open={refusal !== undefined}
      onOpenChange={(open) => {
        if (!open) dismiss()
      }}
      title="This cannot be done as it is"
      description={refusal?.reason}
      footer={
        <>
          <Button onClick={dismiss}>Cancel</Button>
          {refusal?.ways.map((way, index) => (
            <Button
              key={way.label}
              variant={index === 0 ? 'primary' : 'secondary'}
              onClick={() => {
                dismiss()
                store.getState().run(way)
              }}
            >
              {way.label}
            </Button>
          ))}
        </>
      }
    />
  )
}
