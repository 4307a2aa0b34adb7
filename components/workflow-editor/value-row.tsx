'use client'

import { Trash2 } from 'lucide-react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { DraftField } from '@/components/ui/draft-field'
import { IconButton } from '@/components/ui/icon-button'
import { SelectField } from '@/components/ui/select-field'
import { removeValueRow } from '@/lib/commands/remove-value-row'
import { renameValueRow } from '@/lib/commands/rename-value-row'
import { setValueRow } from '@/lib/commands/set-value-row'
import { valueNameProblem } from '@/lib/commands/value-name'
import type { ValueSettings } from '@/lib/promise/settings'
import type { StepKey } from '@/lib/promise/workflows'
import type { Scalar } from '@/lib/render/types'
import type { Property } from '@/lib/schema/property'
import { MappingEditor } from './mapping-editor'
import { ScalarField } from './scalar-field'
import { sourceChoices, sourceId, sourceProperty, withSource } from './value-sources'

export interface ValueRowProps {
  readonly stepKey: StepKey
  readonly name: string
  readonly names: readonly string[]
  readonly row: ValueSettings
  readonly properties: readonly Property[]
  readonly disabled: boolean
}

/** One value: its name, its source, what it becomes, and what stands in when it is absent. */
export function ValueRow(props: ValueRowProps): React.ReactElement {
  const { stepKey, name, names, row, properties, disabled } = props
  const { run } = useDesignerStore().getState()
  const set = (next: ValueSettings): boolean => run(setValueRow(stepKey, name, next))
  const choices = sourceChoices(properties, row)
  const property = sourceProperty(properties, row)
  const allowed = (property?.enum ?? []).filter(isScalar)

  return (
    <div
      data-value-row
      className="grid grid-cols-[minmax(90px,0.8fr)_minmax(120px,1.2fr)_minmax(150px,1.6fr)_minmax(80px,0.8fr)_24px] items-start gap-x-2 gap-y-1.5 border-line border-b px-1 py-1.5 max-pane:grid-cols-2"
    >
      <DraftField
        label={`Name of value ${name}`}
        hideLabel
        mono
        reserve={0}
        disabled={disabled}
        value={name}
        check={(text) =>
          text !== name && names.includes(text)
            ? `There is a value "${text}" already.`
            : valueNameProblem(text)
        }
        onCommit={(text) => run(renameValueRow(stepKey, name, text))}
      />
      <div className="flex min-w-0 flex-col gap-1">
        <SelectField
          label={`Source of ${name}`}
          hideLabel
          reserve={0}
          disabled={disabled}
          value={sourceId(row)}
          options={choices.map(({ id, label }) => ({ value: id, label }))}
          onChange={(id) => {
            const choice = choices.find((one) => one.id === id)
            if (choice) set(withSource(row, choice.row))
          }}
        />
        {'label' in row ? (
          <DraftField
            label={`Label that ${name} reads`}
            hideLabel
            mono
            reserve={0}
            disabled={disabled}
            value={row.label}
            check={(text) => (text === '' ? 'Name the label.' : undefined)}
            onCommit={(label) => set({ ...row, label })}
          />
        ) : null}
        {'constant' in row ? (
          <ScalarField
            label={`Constant of ${name}`}
            hideLabel
            disabled={disabled}
            scalar={row.constant}
            onScalar={(constant) => set({ ...row, constant: constant ?? '' })}
          />
        ) : null}
      </div>
      {'constant' in row ? (
        <span className="flex h-[30px] items-center text-faint">as it is</span>
      ) : (
        <MappingEditor
          name={name}
          map={row.map}
          allowed={allowed}
          disabled={disabled}
          onChange={(map) => {
            const { map: _old, ...source } = row
            set(map ? { ...source, map: [...map] } : source)
          }}
        />
      )}
      {'constant' in row ? (
        <span />
      ) : (
        <ScalarField
          label={`Default of ${name}`}
          hideLabel
          optional
          placeholder="fail"
          disabled={disabled}
          scalar={row.default}
          onScalar={(value) => {
            const { default: _old, ...source } = row
            set(value === undefined ? source : { ...source, default: value })
          }}
        />
      )}
      <IconButton
        size="sm"
        className="mt-[3px] max-pane:col-start-2 max-pane:justify-self-end"
        disabled={disabled}
        label={`Remove the value ${name}`}
        icon={<Trash2 size={13} aria-hidden />}
        onClick={() => run(removeValueRow(stepKey, name))}
      />
    </div>
  )
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
