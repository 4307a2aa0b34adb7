'use client'

import { Box, ClipboardPaste, FileCode2, Layers, Plus, Shapes } from 'lucide-react'
import { useRef, useState } from 'react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu'
import { addStep, type NewStep } from '@/lib/commands/add-step'
import { LANGUAGES, type LanguageId } from '@/lib/promise/settings'
import type { Workflow } from '@/lib/promise/workflows'
import { ImageDialog } from './image-dialog'
import { IMAGE_SHAPES, type ImageShape } from './image-shapes'
import { useStepClipboard } from './use-step-clipboard'
import { LANGUAGE_LABELS } from './workflow-texts'

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
  const [shape, setShape] = useState<ImageShape>()
  const clipboard = useStepClipboard()
  const writes = workflow.action === 'configure'
  // A new program is written in the language of the last one: teams rarely mix.
  const language = useDesigner(
    ({ steps }) => steps.findLast((step) => step.language !== undefined)?.language ?? 'go',
  )
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
        {writes ? (
          <>
            <MenuItem
              icon={<Shapes {...icon} />}
              hint="render"
              about={`Manifests with placeholders, filled by a generated program in ${LANGUAGE_LABELS[language]}.`}
              onSelect={() => choose({ kind: 'render', language })}
            >
              Fill templates from the {workflow.type === 'resource' ? 'request' : 'Promise'}
            </MenuItem>
            <MenuItem
              icon={<Layers {...icon} />}
              hint="dependencies"
              about="Copies the manifests that the Promise brings along, as they are."
              onSelect={() => choose({ kind: 'dependencies' })}
            >
              Static manifests
            </MenuItem>
          </>
        ) : null}
        <MenuItem
          icon={<FileCode2 {...icon} />}
          hint="custom"
          about={PROGRAMS[language]}
          onSelect={() => choose({ kind: 'custom', language })}
        >
          A program of your own
        </MenuItem>
        {LANGUAGES.filter((one) => one !== language).map((one) => (
          <MenuItem
            key={one}
            icon={<FileCode2 {...icon} />}
            hint="custom"
            about={PROGRAMS[one]}
            onSelect={() => choose({ kind: 'custom', language: one })}
          >
            A program in {LANGUAGE_LABELS[one]}
          </MenuItem>
        ))}
        <MenuSeparator />
        {IMAGE_SHAPES.map((one) => (
          <MenuItem
            key={one.id}
            icon={<Box {...icon} />}
            hint="image"
            about={one.about}
            onSelect={() => setShape(one)}
          >
            {one.label}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem
          icon={<ClipboardPaste {...icon} />}
          about="A step or pipeline as YAML; from here with its settings and files."
          onSelect={() =>
            clipboard.paste({ workflow, ...(pipeline && { pipeline: pipeline.index }) })
          }
        >
          Paste from the clipboard
        </MenuItem>
      </Menu>
      <ImageDialog shape={shape} onClose={() => setShape(undefined)} onAdd={add} />
    </>
  )
}

/** Each language in a sentence. */
const PROGRAMS: Readonly<Record<LanguageId, string>> = {
  go: 'In Go, with Kratix’s own SDK: a small image, typed input.',
  typescript: 'In TypeScript, with a small typed runtime that comes along.',
  python: 'In Python, with Kratix’s own SDK.',
  bash: 'In Bash with yq, for a few lines.',
}

function focusStepName(): void {
  document.querySelector<HTMLElement>('[data-step-name]')?.focus()
}
