'use client'

import { Box, FileCode2, Layers, Plus, Shapes } from 'lucide-react'
import { useRef, useState } from 'react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Menu, MenuItem, MenuLabel } from '@/components/ui/menu'
import { TextField } from '@/components/ui/text-field'
import { addStep, type NewStep } from '@/lib/commands/add-step'
import { checkImage } from '@/lib/promise/names'
import type { Workflow } from '@/lib/promise/workflows'
import { languageOf } from '@/lib/scaffolds/languages'

export interface AddStepMenuProps {
  readonly workflow: Workflow
  /** The pipeline that gets the step; a new one when absent. */
  readonly pipeline?: { readonly index: number; readonly name: string }
  readonly label: string
  readonly disabled: boolean
}

const icon = { size: 14, 'aria-hidden': true } as const

/** The kinds of step, a sentence each. */
export function AddStepMenu(props: AddStepMenuProps): React.ReactElement {
  const { workflow, pipeline, label, disabled } = props
  const store = useDesignerStore()
  const [asking, setAsking] = useState(false)
  // A new program is written in the language of the last one: teams rarely mix.
  const language = useDesigner(
    ({ steps }) => steps.findLast((step) => step.language !== undefined)?.language ?? 'go',
  )
  const renderLanguage = languageOf(language)?.render ? language : 'go'
  const where = pipeline?.name ?? `${workflow.type} ${workflow.action}`
  const leaves = useRef(false)
  const add = (step: NewStep): boolean => {
    const at = pipeline ? { pipeline: pipeline.index } : {}
    const added = store.getState().run(addStep(workflow, step, at))
    // The name of the new step comes next; what opened the menu may be gone.
    if (added) requestAnimationFrame(focusStepName)
    return added
  }
  const choose = (step: NewStep): void => {
    leaves.current = add(step)
  }

  return (
    <>
      <Menu
        align="end"
        onClosed={(event) => {
          if (leaves.current) event.preventDefault()
          leaves.current = false
        }}
        trigger={
          <Button
            size="sm"
            variant="ghost"
            aria-label={`Add a step to ${where}`}
            icon={<Plus {...icon} />}
            disabled={disabled}
          >
            {label}
          </Button>
        }
      >
        <MenuLabel>A step of {where}</MenuLabel>
        {workflow.action === 'configure' ? (
          <MenuItem
            icon={<Shapes {...icon} />}
            hint="render"
            onSelect={() => choose({ kind: 'render', language: renderLanguage })}
          >
            Fill templates from the {workflow.type === 'resource' ? 'request' : 'Promise'}
          </MenuItem>
        ) : null}
        <MenuItem
          icon={<FileCode2 {...icon} />}
          hint="custom"
          onSelect={() => choose({ kind: 'custom', language })}
        >
          A program of your own
        </MenuItem>
        {workflow.action === 'configure' ? (
          <MenuItem
            icon={<Layers {...icon} />}
            hint="dependencies"
            onSelect={() => choose({ kind: 'dependencies' })}
          >
            Static manifests
          </MenuItem>
        ) : null}
        <MenuItem icon={<Box {...icon} />} hint="image" onSelect={() => setAsking(true)}>
          An image that exists already
        </MenuItem>
      </Menu>
      <ImageDialog
        open={asking}
        onOpenChange={setAsking}
        onAdd={(image) => add({ kind: 'image', image })}
      />
    </>
  )
}

function focusStepName(): void {
  document.querySelector<HTMLElement>('[data-step-name]')?.focus()
}

interface ImageDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onAdd: (image: string) => void
}

function ImageDialog({ open, onOpenChange, onAdd }: ImageDialogProps): React.ReactElement {
  const [image, setImage] = useState('')
  const fault = image === '' ? undefined : checkImage(image)
  const add = (): void => {
    if (image === '' || fault) return
    onOpenChange(false)
    onAdd(image)
    setImage('')
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="sm"
      title="A step from an image"
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" disabled={image === '' || fault !== undefined} onClick={add}>
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
      </form>
    </Dialog>
  )
}
