import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import type { NewStep } from '@/lib/commands/add-step'
import { checkImage } from '@/lib/promise/names'
import type { ImageShape } from './image-shapes'

export interface ImageDialogProps {
  /** `undefined` while nothing is asked. */
  readonly shape: ImageShape | undefined
  readonly onClose: () => void
  readonly onAdd: (step: NewStep) => void
}

/** Asks for the image of a step, and for what its shape needs beside it. */
export function ImageDialog({ shape, onClose, onAdd }: ImageDialogProps): React.ReactElement {
  const [image, setImage] = useState('')
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})
  const asks = shape?.asks ?? []
  const given = Object.fromEntries(asks.map(({ key, start }) => [key, answers[key] ?? start]))
  const fault = image === '' ? undefined : checkImage(image)
  const ready = image !== '' && !fault && Object.values(given).every((one) => one.trim() !== '')
  const add = (): void => {
    if (!ready || !shape) return
    onClose()
    onAdd({ kind: 'image', image, fields: shape.fields(given) })
    setImage('')
    setAnswers({})
  }
  return (
    <Dialog
      open={shape !== undefined}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      size="sm"
      title="A step from an image"
      description={shape?.about}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={!ready} onClick={add}>
            Add step
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <TextField
          label="Image"
          mono
          reserve={2}
          placeholder="ghcr.io/acme/notify:v1.2.0"
          help="With a tag or a digest, so that it does not move under your feet."
          error={fault}
          value={image}
          onChange={setImage}
        />
        {asks.map(({ key, label }) => (
          <TextField
            key={key}
            label={label}
            mono
            value={given[key] ?? ''}
            onChange={(text) => setAnswers({ ...answers, [key]: text })}
          />
        ))}
        {/* Enter in a field adds the step, also where there are several. */}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  )
}
