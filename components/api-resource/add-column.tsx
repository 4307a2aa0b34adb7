'use client'

import { Plus } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import { Button } from '@/components/ui/button'
import { Switch } from '@/components/ui/switch'
import { TextField } from '@/components/ui/text-field'
import { addColumn } from '@/lib/commands/add-column'
import type { ApiVersionView } from '@/lib/promise/view'
import type { NewColumn } from '@/lib/schema/columns'
import { pathFault } from './column-row'
import { allChoices, PathChoices } from './path-choices'

export interface AddColumnProps {
  readonly version: ApiVersionView
  readonly index: number
  /** Called with the place of the new column in the list. */
  readonly onAdded: (column: number) => void
}

/** Adds a column by what it shows; the rest follows from the schema. */
export function AddColumn({ version, index, onAdded }: AddColumnProps) {
  const store = useDesignerStore()
  const at = usePlaceProps()
  const choices = useId()
  const [path, setPath] = useState('')
  const [withKratix, setWithKratix] = useState(true)
  const first = version.columns.length === 0
  const text = path.trim()
  const fault = text === '' ? undefined : pathFault(text)

  function add(event: FormEvent) {
    event.preventDefault()
    if (text === '' || fault) return
    const column = columnOf(text, allChoices(version.schema))
    if (!store.getState().run(addColumn(index, column, first && withKratix))) return
    setPath('')
    onAdded(version.columns.length)
  }

  return (
    <form onSubmit={add} className="flex flex-wrap items-start gap-x-3 gap-y-2">
      <TextField
        label="What the new column shows"
        hideLabel
        mono
        reserve={0}
        className="min-w-52 max-w-[420px] flex-1"
        placeholder=".spec.size"
        list={choices}
        data-place={at([...version.path, 'additionalPrinterColumns', 'new'])['data-place']}
        value={path}
        error={fault}
        onChange={setPath}
      />
      <PathChoices id={choices} schema={version.schema} />
      <Button
        type="submit"
        icon={<Plus size={14} aria-hidden />}
        disabled={text === '' || fault !== undefined}
      >
        Add column
      </Button>
      {first ? (
        <Switch
          label="with Kratix’s message and status"
          className="pt-[5px]"
          checked={withKratix}
          onChange={setWithKratix}
        />
      ) : null}
    </form>
  )
}

function columnOf(jsonPath: string, choices: readonly NewColumn[]): NewColumn {
  const known = choices.find((choice) => choice.jsonPath === jsonPath)
  const name = /([^.[\]()'"\\]+)[^.[\]]*$/.exec(jsonPath)?.[1] ?? 'column'
  return known ?? { name, type: 'string', jsonPath }
}
