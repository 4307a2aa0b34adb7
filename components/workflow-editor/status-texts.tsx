'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { TextField } from '@/components/ui/text-field'
import {
  removeStatusText,
  type StatusSide,
  setStatusText,
  statusNameProblem,
} from '@/lib/commands/set-status-text'
import type { StepKey } from '@/lib/promise/workflows'
import type { Scalar } from '@/lib/render/types'
import { ScalarField } from './scalar-field'

export interface StatusTextsProps {
  readonly stepKey: StepKey
  readonly side: StatusSide
  readonly texts: Readonly<Record<string, Scalar>>
  readonly disabled: boolean
}

const SIDES = {
  success: {
    title: 'When it succeeds',
    help: 'Written to status.yaml; ${name} takes a value of the step. A reason of an earlier failure is cleared.',
  },
  failure: {
    title: 'When it fails',
    help: 'Published through the API before the program exits, together with the reason.',
  },
} as const

/** What people see in the status of their request. */
export function StatusTexts({
  stepKey,
  side,
  texts,
  disabled,
}: StatusTextsProps): React.ReactElement {
  const { run } = useDesignerStore().getState()
  const [name, setName] = useState('')
  const fault =
    name === ''
      ? undefined
      : Object.hasOwn(texts, name)
        ? `There is a text "${name}" already.`
        : statusNameProblem(stepKey, name)
  const { title, help } = SIDES[side]
  return (
    <fieldset disabled={disabled} className="min-w-0">
      <legend className="font-medium">{title}</legend>
      <p className="mb-2 text-faint text-sm">{help}</p>
      {Object.entries(texts).map(([key, text]) => (
        <div key={key} className="mb-1.5 flex items-center gap-2">
          <code className="w-24 shrink-0 truncate" title={key}>
            {key}
          </code>
          <ScalarField
            label={`${key} ${side === 'success' ? 'on success' : 'on failure'}`}
            hideLabel
            className="min-w-0 flex-1"
            scalar={text}
            onScalar={(value) => run(setStatusText(stepKey, side, key, value ?? ''))}
          />
          <IconButton
            size="sm"
            label={`Remove ${key} ${side === 'success' ? 'on success' : 'on failure'}`}
            icon={<Trash2 size={13} aria-hidden />}
            onClick={() => run(removeStatusText(stepKey, side, key))}
          />
        </div>
      ))}
      {side === 'failure' ? (
        <p className="mb-1.5 flex items-center gap-2 text-faint">
          <code className="w-24 shrink-0">reason</code> what went wrong, in one sentence
        </p>
      ) : null}
      <form
        className="flex items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (name === '' || fault) return
          if (run(setStatusText(stepKey, side, name, ''))) setName('')
        }}
      >
        <TextField
          label={`Name of the new text ${side === 'success' ? 'on success' : 'on failure'}`}
          hideLabel
          mono
          className="w-40"
          placeholder={Object.hasOwn(texts, 'message') ? 'url' : 'message'}
          error={fault}
          value={name}
          onChange={setName}
        />
        <Button
          type="submit"
          icon={<Plus size={14} aria-hidden />}
          disabled={name === '' || fault !== undefined}
        >
          Add
        </Button>
      </form>
    </fieldset>
  )
}
