import type { ReactNode } from 'react'
import { Switch } from '@/components/ui/switch'
import type { SchemaFormProps } from './schema-form'
import { useSchemaField } from './use-schema-field'

export interface SwitchKeywordProps extends SchemaFormProps {
  readonly keyword: string
  readonly label: string
  readonly help?: ReactNode
}

/** A keyword that is true or not there. */
export function SwitchKeyword(props: SwitchKeywordProps): React.ReactElement {
  const { path, schema, disabled, keyword, label, help } = props
  const field = useSchemaField(path)
  return (
    <FaultySwitch
      label={label}
      help={help}
      {...field.says(keyword)}
      control={field.place(keyword)}
      disabled={disabled}
      checked={schema[keyword] === true}
      onChange={(on) => field.set(keyword, on ? true : undefined)}
    />
  )
}

export interface FaultySwitchProps {
  readonly label: string
  readonly help?: ReactNode
  readonly error?: string | undefined
  readonly warning?: string | undefined
  readonly control: { readonly 'data-place': string; readonly onFocus: () => void }
  readonly disabled: boolean
  readonly checked: boolean
  readonly onChange: (on: boolean) => void
}

/** A switch that shows the problem at its place instead of its help. */
export function FaultySwitch(props: FaultySwitchProps): React.ReactElement {
  const { error, warning, help, ...rest } = props
  const fault = error ?? warning
  const tone = error === undefined ? 'text-amber' : 'text-red'
  return <Switch {...rest} help={fault ? <span className={tone}>{fault}</span> : help} />
}
