'use client'

import { X } from 'lucide-react'
import { useId } from 'react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import { DraftField } from '@/components/ui/draft-field'
import { IconButton } from '@/components/ui/icon-button'
import { SelectField } from '@/components/ui/select-field'
import { DragHandle } from '@/components/ui/sortable-row'
import { Switch } from '@/components/ui/switch'
import { type ColumnFields, setColumn } from '@/lib/commands/set-column'
import type { ApiVersionView, ColumnView } from '@/lib/promise/view'
import { COLUMN_FORMATS, COLUMN_TYPES } from '@/lib/schema/columns'
import { PathChoices } from './path-choices'

export interface ColumnRowProps {
  readonly version: ApiVersionView
  readonly versionIndex: number
  readonly column: ColumnView
  readonly index: number
  readonly onRemove: () => void
}

/** A column: its heading, what it shows and how. */
export function ColumnRow({ version, versionIndex, column, index, onRemove }: ColumnRowProps) {
  const store = useDesignerStore()
  const at = usePlaceProps()
  const choices = useId()
  const { path, name, type, format, jsonPath, jsonPathKey, description, priority } = column
  const set = (fields: ColumnFields) => store.getState().run(setColumn(versionIndex, index, fields))
  const what = name || `column ${index + 1}`
  return (
    <div data-place={at(path)['data-place']} className="flex items-start gap-2 py-2">
      <DragHandle className="mt-[3px]" />
      <div className="grid min-w-0 flex-1 grid-cols-[minmax(90px,1fr)_minmax(120px,1.7fr)_100px] gap-x-2 gap-y-1.5 max-sm:grid-cols-1">
        <DraftField
          label={`Name of ${what}`}
          hideLabel
          reserve={0}
          {...at([...path, 'name'])}
          value={name}
          check={(text) => (text === '' ? 'The name is the heading of the column.' : undefined)}
          onCommit={(text) => set({ name: text })}
        />
        <DraftField
          label={`Path of ${what}`}
          hideLabel
          mono
          reserve={0}
          list={choices}
          {...at([...path, jsonPathKey])}
          value={jsonPath}
          check={pathFault}
          onCommit={(text) => set({ jsonPath: text })}
        />
        <SelectField
          label={`Type of ${what}`}
          hideLabel
          mono
          reserve={0}
          {...at([...path, 'type'])}
          value={type}
          options={withOwn(COLUMN_TYPES, type)}
          onChange={(value) => set({ type: value })}
        />
        <PathChoices id={choices} schema={version.schema} />
        <div className="col-span-full flex flex-wrap items-start gap-x-3 gap-y-1.5">
          <DraftField
            label={`Description of ${what}`}
            hideLabel
            reserve={0}
            className="min-w-40 flex-1"
            placeholder="Description"
            {...at([...path, 'description'])}
            value={description}
            check={() => undefined}
            onCommit={(text) => set({ description: text })}
          />
          <SelectField
            label={`Format of ${what}`}
            hideLabel
            mono
            reserve={0}
            className="w-32"
            {...at([...path, 'format'])}
            value={format}
            options={[{ value: '', label: 'any format' }, ...withOwn(COLUMN_FORMATS, format)]}
            onChange={(value) => set({ format: value })}
          />
          <span
            className="inline-flex h-[30px] items-center gap-2 rounded-sm"
            tabIndex={-1}
            {...at([...path, 'priority'])}
          >
            <Switch
              label={`Show ${what} with -o wide only`}
              hideLabel
              checked={priority > 0}
              onChange={(wide) => set({ priority: wide ? 1 : 0 })}
            />
            <span aria-hidden className="text-dim text-sm">
              wide only{priority > 1 ? ` (${priority})` : ''}
            </span>
          </span>
        </div>
      </div>
      <IconButton label={`Remove column ${what}`} icon={<X size={14} />} onClick={onRemove} />
    </div>
  )
}

/** What there is to choose, and what stands there, though it be none of it. */
function withOwn(choices: readonly string[], own: string) {
  const all = own === '' || choices.includes(own) ? choices : [own, ...choices]
  return all.map((value) => ({ value, label: value }))
}

/** kratix.md 92. */
function pathFault(text: string): string | undefined {
  if (text === '') return 'The path says what the column shows.'
  return text.startsWith('.') ? undefined : 'It must be a simple json path starting with ".".'
}
