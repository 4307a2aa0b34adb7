'use client'

import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { describes, Required } from './field-words'
import { useRequestForm } from './form-context'
import type { ValueFieldProps } from './value-field'

export interface GroupFrameProps {
  readonly field: ValueFieldProps
  /** In a word: `2 items`. */
  readonly count?: string
  /** What adds the first part, or another one. */
  readonly add?: { readonly label: string; readonly run: () => void }
  readonly children?: ReactNode
}

/** The frame of an object, a list or a map: its name, what it is for, and how to fill or drop it. */
export function GroupFrame({ field, count, add, children }: GroupFrameProps): React.ReactElement {
  const { label, schema, path, value, required } = field
  const { remove, faultAt } = useRequestForm()
  const fault = faultAt(path)
  const description = describes(schema)
  return (
    <fieldset className="mb-2 min-w-0 rounded-lg border border-line px-2.5 pt-1 pb-2">
      <legend className="flex items-center gap-1.5 px-1 text-dim text-sm">
        <span>{label}</span>
        {count === undefined ? null : <span className="text-faint">{count}</span>}
        {required ? <Required /> : null}
        {value === undefined ? null : (
          <IconButton
            size="sm"
            label={`Leave out ${label}`}
            icon={<X size={12} aria-hidden />}
            onClick={() => remove(path)}
          />
        )}
      </legend>
      {description === undefined ? null : (
        <p className="mb-1.5 text-faint text-sm">{description}</p>
      )}
      {fault === undefined ? null : <p className="mb-1.5 break-words text-red text-sm">{fault}</p>}
      {children}
      {add ? (
        <Button size="sm" icon={<Plus size={12} aria-hidden />} onClick={add.run}>
          {add.label}
        </Button>
      ) : null}
    </fieldset>
  )
}
