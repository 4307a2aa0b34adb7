'use client'

import clsx from 'clsx'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { Switch } from '@/components/ui/switch'
import { TextField } from '@/components/ui/text-field'
import { setTemplate } from '@/lib/commands/set-template'
import type { ConditionSettings, TemplateSettings } from '@/lib/promise/settings'
import type { StepKey } from '@/lib/promise/workflows'
import type { Scalar } from '@/lib/render/types'
import { toggled } from './condition-choices'
import { readScalar, scalarText } from './scalar-text'

export interface TemplateSettingsProps {
  readonly stepKey: StepKey
  readonly template: string
  readonly said: TemplateSettings
  /** Names of the values of the step. */
  readonly values: readonly string[]
  /** What a value can be; `undefined` when it can be anything. */
  readonly choicesOf: (value: string) => readonly Scalar[] | undefined
  readonly first: (value: string) => ConditionSettings
  readonly disabled: boolean
}

type Asks = 'oneOf' | 'present' | 'absent'

const ASKS: readonly { readonly value: Asks; readonly label: string }[] = [
  { value: 'oneOf', label: 'is one of' },
  { value: 'present', label: 'is present' },
  { value: 'absent', label: 'is absent' },
]

/** When a template is written, and whether it holds requests of other Promises. */
export function TemplateSettingsRow(props: TemplateSettingsProps): React.ReactElement {
  const { stepKey, template, said, values, choicesOf, first, disabled } = props
  const { run } = useDesignerStore().getState()
  const { onlyWhen, component } = said
  const set = (next: TemplateSettings): boolean => run(setTemplate(stepKey, template, next))
  const ask = (condition: ConditionSettings | undefined): boolean =>
    set({ ...(condition && { onlyWhen: condition }), ...(component && { component }) })
  const known = onlyWhen ? choicesOf(onlyWhen.value) : undefined
  const names = onlyWhen && !values.includes(onlyWhen.value) ? [...values, onlyWhen.value] : values

  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 border-line border-b bg-panel px-2 py-1.5">
      <span className="text-dim">Written</span>
      <SelectField
        label={`When ${template} is written`}
        hideLabel
        reserve={0}
        className="w-44"
        disabled={disabled}
        value={onlyWhen ? `only:${onlyWhen.value}` : 'always'}
        options={[
          { value: 'always', label: 'always' },
          ...names.map((name) => ({ value: `only:${name}`, label: `only when ${name}` })),
        ]}
        onChange={(choice) => ask(choice === 'always' ? undefined : first(choice.slice(5)))}
      />
      {onlyWhen ? (
        <SelectField
          label={`What ${onlyWhen.value} must be for ${template}`}
          hideLabel
          reserve={0}
          className="w-28"
          disabled={disabled}
          value={asksOf(onlyWhen)}
          options={ASKS}
          onChange={(asks) => ask(changed(onlyWhen, asks, known))}
        />
      ) : null}
      {onlyWhen && 'oneOf' in onlyWhen ? (
        <Choices
          name={onlyWhen.value}
          known={known}
          list={onlyWhen.oneOf}
          disabled={disabled}
          onChange={(oneOf) => ask({ value: onlyWhen.value, oneOf: [...oneOf] })}
        />
      ) : null}
      {stepKey.startsWith('resource/') ? (
        <Switch
          className="ml-auto max-pane:ml-0"
          label="Requests of other Promises"
          help={component ? 'Labelled as parts of this request.' : undefined}
          disabled={disabled}
          checked={component === true}
          onChange={(on) => set({ ...(onlyWhen && { onlyWhen }), ...(on && { component: true }) })}
        />
      ) : null}
    </div>
  )
}

function asksOf(condition: ConditionSettings): Asks {
  if ('oneOf' in condition) return 'oneOf'
  return condition.present ? 'present' : 'absent'
}

function changed(
  { value }: ConditionSettings,
  asks: Asks,
  known: readonly Scalar[] | undefined,
): ConditionSettings {
  return asks === 'oneOf'
    ? { value, oneOf: known?.slice(0, 1) ?? [] }
    : { value, present: asks === 'present' }
}

interface ChoicesProps {
  readonly name: string
  readonly known: readonly Scalar[] | undefined
  readonly list: readonly Scalar[]
  readonly disabled: boolean
  readonly onChange: (list: readonly Scalar[]) => void
}

/** Those that the design knows are pressed or not; others are typed, and taken away. */
function Choices({ name, known = [], list, disabled, onChange }: ChoicesProps): React.ReactElement {
  const [text, setText] = useState('')
  const others = list.filter((one) => !known.includes(one))
  const read = readScalar(text)
  const fault = text === '' || read.ok ? undefined : read.reason
  return (
    <fieldset
      aria-label={`Values of ${name}`}
      disabled={disabled}
      className="flex min-w-0 flex-wrap items-center gap-1.5"
    >
      {known.map((one) => (
        <button
          key={JSON.stringify(one)}
          type="button"
          aria-pressed={list.includes(one)}
          onClick={() => onChange(toggled(list, one, known))}
          className={clsx(
            'h-6 max-w-40 truncate rounded-md border px-2 font-mono text-sm',
            list.includes(one)
              ? 'border-accent-line bg-accent-bg text-accent-text'
              : 'border-line text-dim hover:bg-hover',
          )}
        >
          {scalarText(one)}
        </button>
      ))}
      {others.map((one) => (
        <Button
          key={JSON.stringify(one)}
          size="sm"
          aria-label={`Remove ${scalarText(one)}`}
          icon={<X size={12} aria-hidden />}
          onClick={() => onChange(toggled(list, one, known))}
        >
          <span className="font-mono">{scalarText(one)}</span>
        </Button>
      ))}
      {known.length > 0 ? null : (
        <form
          className="flex items-start gap-1"
          onSubmit={(event) => {
            event.preventDefault()
            if (text === '' || !read.ok) return
            if (!list.includes(read.value)) onChange([...list, read.value])
            setText('')
          }}
        >
          <TextField
            label={`Another value of ${name}`}
            hideLabel
            mono
            reserve={0}
            className="w-28"
            error={fault}
            value={text}
            onChange={setText}
          />
          <Button
            type="submit"
            size="sm"
            className="mt-[3px]"
            icon={<Plus size={13} aria-hidden />}
            disabled={text === '' || fault !== undefined}
          >
            Add
          </Button>
        </form>
      )}
    </fieldset>
  )
}
