'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import { setValueRow } from '@/lib/commands/set-value-row'
import { valueNameProblem } from '@/lib/commands/value-name'
import type { StepSettings } from '@/lib/promise/settings'
import type { StepKey } from '@/lib/promise/workflows'
import type { Property } from '@/lib/schema/property'
import { ValueRow } from './value-row'
import { proposedSource } from './value-sources'

export interface ValuesTableProps {
  readonly stepKey: StepKey
  readonly settings: Extract<StepSettings, { kind: 'render' }>
  readonly properties: readonly Property[]
  readonly disabled: boolean
}

/** The values of a `render` step: what templates may name, and where each comes from. */
export function ValuesTable(props: ValuesTableProps): React.ReactElement {
  const { stepKey, settings, properties, disabled } = props
  const store = useDesignerStore()
  const [name, setName] = useState('')
  const names = Object.keys(settings.values)
  const fault =
    name === ''
      ? undefined
      : names.includes(name)
        ? `There is a value "${name}" already.`
        : valueNameProblem(name)

  return (
    <div>
      <div className="grid grid-cols-[minmax(90px,0.8fr)_minmax(120px,1.2fr)_minmax(150px,1.6fr)_minmax(80px,0.8fr)_24px] gap-x-2 border-line border-b px-1 pb-1 font-medium text-faint text-xs max-pane:hidden">
        <span>Value</span>
        <span>From</span>
        <span>Mapping</span>
        <span>When absent</span>
        <span />
      </div>
      {names.map((one, index) => {
        const row = settings.values[one]
        return row ? (
          <ValueRow
            // biome-ignore lint/suspicious/noArrayIndexKey: the field stays while its name is typed
            key={index}
            stepKey={stepKey}
            name={one}
            names={names}
            row={row}
            properties={properties}
            disabled={disabled}
          />
        ) : null
      })}
      <form
        className="flex items-start gap-2 pt-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (name === '' || fault) return
          const from = proposedSource(properties, name)
          if (store.getState().run(setValueRow(stepKey, name, { from }))) setName('')
        }}
      >
        <TextField
          label="Name of the new value"
          hideLabel
          mono
          reserve={1}
          className="w-52"
          placeholder="replicas"
          disabled={disabled}
          error={fault}
          value={name}
          onChange={setName}
        />
        <Button
          type="submit"
          icon={<Plus size={14} aria-hidden />}
          disabled={disabled || name === '' || fault !== undefined}
        >
          Add value
        </Button>
      </form>
    </div>
  )
}
