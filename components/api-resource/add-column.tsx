'use client'

import { Plus } from 'lucide-react'
import { type FormEvent, useId, useMemo, useState } from 'react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import { Button } from '@/components/ui/button'
import { Switch } from '@/components/ui/switch'
import { TextField } from '@/components/ui/text-field'
import { addColumn } from '@/lib/commands/add-column'
import type { ApiVersionView } from '@/lib/promise/view'
import { columnMeant, type NewColumn } from '@/lib/schema/columns'
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
  const found = useMemo(
    () => (text === '' ? undefined : columnOf(text, allChoices(version.schema))),
    [text, version.schema],
  )
  const fault = found && 'reason' in found ? found.reason : undefined

  function add(event: FormEvent) {
    event.preventDefault()
    if (!found || 'reason' in found) return
    if (!store.getState().run(addColumn(index, found.column, first && withKratix))) return
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

/** A json path is taken as it is; anything else is looked for among what the schema has. */
function columnOf(text: string, choices: readonly NewColumn[]): ReturnType<typeof columnMeant> {
  if (!text.startsWith('.')) return columnMeant(text, choices)
  const known = choices.find(({ jsonPath }) => jsonPath === text)
  const name = /([^.[\]()'"\\]+)[^.[\]]*$/.exec(text)?.[1] ?? 'column'
  return { column: known ?? { name, type: 'string', jsonPath: text } }
}
